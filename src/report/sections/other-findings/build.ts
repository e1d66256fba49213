import type { CoverageRow, Outcome } from '../../../audit/index.ts';
import { otherFindings } from '../../finding-order.ts';
import type { Source } from '../../source.ts';
import type { TableModel } from '../../table-model.ts';
import { clauseText, sentences, type Voice } from '../../words/index.ts';

/** What was found and does not bind: shown, not counted. */
export interface OtherFindingsModel {
  readonly title: string;
  readonly intro: string;
  readonly findings: TableModel;
  readonly rowsTitle: string;
  /** Rows of the catalogue outside the denominators. */
  readonly rows: TableModel;
}

/** Arranges the findings that do not bind, and the rows that are not counted. */
export function buildOtherFindings({ record, voice }: Source): OtherFindingsModel {
  const found = otherFindings(record);
  const apart = record.coverage.rows.filter(
    ({ standing }) => standing === 'unconfirmed-basis' || standing === 'recommended',
  );
  return {
    title: voice.say('report.others'),
    intro: voice.say(found.length === 0 ? 'report.others-none' : 'report.others-intro'),
    findings: {
      headers: (['weight', 'subject', 'requirement', 'expected', 'actual', 'clause-label'] as const).map((name) =>
        voice.say(`report.${name}`),
      ),
      rows: found.map((outcome) => findingRow(outcome, voice)),
    },
    rowsTitle: voice.say('report.rows-apart'),
    rows: {
      headers: (['required-function', 'name', 'standing', 'result', 'why'] as const).map((name) =>
        voice.say(`report.${name}`),
      ),
      rows: apart.map((row) => apartRow(row, voice)),
    },
  };
}

function findingRow(outcome: Outcome, voice: Voice): readonly string[] {
  const { result, weight, severity, subject, statement, parts, clause } = outcome;
  const telling = parts.filter((part) => part.result === 'fail' || part.result === 'informational');
  const expected = telling.flatMap((part) => (part.expected === undefined ? [] : [voice.tell(part.expected)]));
  const actual = telling.flatMap((part) => {
    const found = part.actual ?? part.because;
    return found === undefined ? [] : [voice.tell(found)];
  });
  const mark = voice.say(result === 'informational' ? 'report.informational' : `report.weight-${weight}`);
  return [
    result === 'fail'
      ? voice.say('report.weight-and-severity', { mark, severity: voice.say(`report.severity-${severity}`) })
      : mark,
    subject.id,
    voice.pick(statement),
    sentences(expected, voice),
    sentences(actual, voice),
    clause === undefined ? voice.say('report.no-clause') : clauseText(clause, voice),
  ];
}

function apartRow(row: CoverageRow, voice: Voice): readonly string[] {
  return [
    row.id,
    voice.pick(row.name),
    voice.say(`report.standing-${row.standing}`),
    voice.say(`report.result-${row.result}`),
    sentences(row.because.map(voice.tell), voice),
  ];
}
