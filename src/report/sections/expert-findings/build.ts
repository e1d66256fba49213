import type { Source } from '../../source.ts';
import type { TableModel } from '../../table-model.ts';
import { clauseText, shortHash } from '../../words/index.ts';

/** What people saw on site, marked as theirs. */
export interface ExpertFindingsModel {
  readonly title: string;
  readonly intro: string;
  readonly findings: TableModel;
}

/** Arranges what people added to the evidence; it is counted nowhere. */
export function buildExpertFindings({ record, voice }: Source): ExpertFindingsModel {
  const { expertFindings = [] } = record;
  const headers = ['id', 'subject', 'text', 'clause', 'photographs', 'remediation', 'person'] as const;
  return {
    title: voice.say('finding.section'),
    intro: voice.say('finding.section-intro'),
    findings: {
      headers: headers.map((name) => voice.say(`finding.column-${name}`)),
      rows: expertFindings.map(({ id, unit, subject, text, clause, photographs, remediation, by, date }) => [
        id,
        [unit, subject].filter((each) => each !== undefined).join(' ') || voice.say('finding.whole-enterprise'),
        text,
        clause === undefined ? voice.say('finding.clause-unknown') : clauseText(clause, voice),
        photographs.map(({ file, sha256 }) => `${file} (${shortHash(sha256)})`).join('\n') ||
          voice.say('finding.no-photograph'),
        remediation ?? voice.say('report.dash'),
        `${by} ${date}`,
      ]),
    },
  };
}
