import type { Answer, AuditRecord } from '../../../audit/index.ts';
import { besidesTheCount, coverageStatement, isFullCoverage } from '../../verdict.ts';
import type { Voice } from '../../words/index.ts';
import { type SpanLine, span } from './span.ts';

/** The coverage statement, the three results and the three answers. */
export function coverageLines(record: AuditRecord, voice: Voice): readonly SpanLine[] {
  const { all } = record.coverage;
  const { sentence, reach } = coverageStatement(all, record);
  const answers = (['built', 'esdPresent', 'inService'] as const).map((name) =>
    answerText(voice.say(`report.answer-${name}`), all[name], voice),
  );
  return [
    [span(voice.tell(sentence), 'strong')],
    [span('  '), span(voice.tell(reach), isFullCoverage(all) ? 'plain' : 'doubt')],
    ...besidesTheCount(all).map((it) => [span('  '), span(voice.tell(it), 'quiet')]),
    [span('  '), span(answers.join('   '))],
  ];
}

function answerText(label: string, { yes, no, unknown }: Answer, voice: Voice): string {
  const total = yes + no + unknown;
  if (total === 0) return voice.say('report.terminal-answer-empty', { label });
  const key = unknown === 0 ? 'report.terminal-answer' : 'report.terminal-answer-unknown';
  return voice.say(key, { label, yes, total, unknown });
}
