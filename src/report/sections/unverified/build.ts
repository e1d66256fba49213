import type { AuditRecord } from '../../../audit/index.ts';
import { type Doubt, doubtsOf, doubtsOfRow, reasonsOfRow } from '../../doubts.ts';
import type { Source } from '../../source.ts';
import type { TableModel } from '../../table-model.ts';
import { listText, sentences, type Voice } from '../../words/index.ts';

/** What could not be verified: by required function, by reason, and what was not checked at all. */
export interface UnverifiedModel {
  readonly title: string;
  readonly intro: string;
  readonly tables: readonly {
    readonly title: string;
    readonly kind: 'rows' | 'reasons' | 'notChecked';
    readonly table: TableModel;
  }[];
}

const tagsShown = 12;

/** Arranges every doubt with its reason and what would settle it. */
export function buildUnverified({ record, voice }: Source): UnverifiedModel {
  const doubts = doubtsOf(record);
  const tables = [
    { title: voice.say('report.unverified-rows'), kind: 'rows' as const, table: rowsTable(record, doubts, voice) },
    { title: voice.say('report.unverified-reasons'), kind: 'reasons' as const, table: reasonsTable(doubts, voice) },
    { title: voice.say('report.not-checked'), kind: 'notChecked' as const, table: notCheckedTable(record, voice) },
  ].filter(({ table }) => table.rows.length > 0);
  return {
    title: voice.say('report.unverified'),
    intro: voice.say(tables.length === 0 ? 'report.unverified-none' : 'report.unverified-intro'),
    tables,
  };
}

function rowsTable({ coverage }: AuditRecord, doubts: readonly Doubt[], voice: Voice): TableModel {
  const doubtful = coverage.rows.filter((row) => row.result === 'unknown');
  return {
    headers: [
      voice.say('report.required-function'),
      voice.say('report.name'),
      voice.say('report.why'),
      voice.say('report.what-settles'),
    ],
    rows: doubtful.map((row) => {
      const because = reasonsOfRow(row, doubts).map(voice.tell);
      const settle = doubtsOfRow(row, doubts).map((doubt) => voice.tell(doubt.settle));
      return [
        row.id,
        voice.pick(row.name),
        because.length === 0 ? voice.say('report.reason-not-recorded') : sentences(because, voice),
        settle.length === 0 ? voice.say('report.settle-declare') : sentences(settle, voice),
      ];
    }),
  };
}

/** One line for each reason: a silent controller is one reason, whatever rests on it. */
function reasonsTable(doubts: readonly Doubt[], voice: Voice): TableModel {
  const byReason = new Map<string, Doubt[]>();
  for (const doubt of doubts) {
    const key = JSON.stringify([voice.tell(doubt.reason), voice.tell(doubt.settle)]);
    byReason.set(key, [...(byReason.get(key) ?? []), doubt]);
  }
  return {
    headers: [
      voice.say('report.reason'),
      voice.say('report.subjects'),
      voice.say('report.missing-points'),
      voice.say('report.what-settles'),
    ],
    rows: [...byReason.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      return [
        [
          voice.tell(first.reason),
          listText(
            same.map((doubt) => doubt.outcome.subject.id),
            voice,
            tagsShown,
          ),
          listText(
            same.flatMap((doubt) => doubt.of ?? []),
            voice,
            tagsShown,
          ),
          voice.tell(first.settle),
        ],
      ];
    }),
  };
}

function notCheckedTable({ outcomes }: AuditRecord, voice: Voice): TableModel {
  return {
    headers: [
      voice.say('report.subject'),
      voice.say('report.requirement'),
      voice.say('report.result'),
      voice.say('report.why'),
    ],
    rows: notChecked(outcomes, voice),
  };
}

/** One line for each rule and reason, with the subjects that share it. */
function notChecked(outcomes: AuditRecord['outcomes'], voice: Voice): TableModel['rows'] {
  const lines = new Map<string, { readonly subjects: string[]; readonly rest: readonly string[] }>();
  for (const { result, parts, statement, subject } of outcomes) {
    if (result !== 'notchecked' && result !== 'notapplicable') continue;
    const because = [
      ...new Set(parts.flatMap((part) => (part.because === undefined ? [] : [voice.tell(part.because)]))),
    ];
    const why = because.length === 0 ? voice.say('report.reason-does-not-apply') : sentences(because, voice);
    const rest = [voice.pick(statement), voice.say(`report.result-${result}`), why];
    const line = lines.get(rest.join('\n')) ?? { subjects: [], rest };
    line.subjects.push(subject.id);
    lines.set(rest.join('\n'), line);
  }
  return [...lines.values()].map(({ subjects, rest }) => [listText(subjects, voice, tagsShown), ...rest]);
}
