import type { AuditRecord, Outcome } from '../../../audit/index.ts';
import { displayWidth } from '../../../messages/index.ts';
import { doubtsOf, doubtsOfRow } from '../../doubts.ts';
import { bindingFindings, otherFindings } from '../../finding-order.ts';
import { listText, sentences, type Voice } from '../../words/index.ts';
import { padded, type Span, type SpanLine, span, wrap } from './span.ts';

/** The findings that bind, each with what was found, the immediate measure and the proposed limit. */
export function findingLines(record: AuditRecord, voice: Voice, width: number): readonly SpanLine[] {
  const findings = bindingFindings(record);
  const others = otherFindings(record).length;
  const more = others === 0 ? [] : [[span('  '), span(voice.say('report.others-count', { count: others }), 'quiet')]];
  if (findings.length === 0) return [[span(voice.say('report.findings-none'))], ...more];
  const rows = findings.map((outcome) => ({
    head: [
      span(voice.say(`report.severity-${outcome.severity}`), outcome.severity === 'major' ? 'bad' : 'doubt'),
      span(outcome.subject.id, 'strong'),
    ],
    lines: [sentences(found(outcome, voice), voice), ...consequence(outcome, voice)],
  }));
  return [[span(voice.say('report.terminal-findings'), 'strong')], ...hang(rows, width), ...more];
}

/** What could not be verified, one entry for each reason. */
export function doubtLines(record: AuditRecord, voice: Voice, width: number): readonly SpanLine[] {
  const byReason = new Map<string, string[]>();
  const note = (said: string, about: readonly string[]) =>
    byReason.set(said, [...(byReason.get(said) ?? []), ...about]);
  const doubts = doubtsOf(record);
  for (const { outcome, reason } of doubts) {
    note(voice.tell(reason), outcome.subject.rows.length > 0 ? outcome.subject.rows : [outcome.subject.id]);
  }
  // A row may be open without a doubt, as when its unit is stopped: it is still named.
  for (const row of record.coverage.rows) {
    if (row.result !== 'unknown' || row.standing === 'unconfirmed-basis' || doubtsOfRow(row, doubts).length > 0)
      continue;
    const because = row.because.map(voice.tell);
    note(because.length === 0 ? voice.say('report.reason-not-recorded') : sentences(because, voice), [row.id]);
  }
  if (byReason.size === 0) return [];
  return [
    [span(voice.say('report.unverified'), 'strong')],
    ...[...byReason].flatMap(([reason, about]) => {
      const subjects = voice.say('report.terminal-rests', { subjects: listText(about, voice, 12) });
      return [
        ...wrap(reason, width - 2).map((line) => [span('  '), span(line, 'doubt')]),
        ...wrap(subjects, width - 4).map((line) => [span('    '), span(line)]),
      ];
    }),
  ];
}

function found({ parts }: Outcome, voice: Voice): readonly string[] {
  return parts.flatMap(({ result, expected, actual }) => {
    if (result !== 'fail' || actual === undefined) return [];
    return [expected === undefined ? voice.tell(actual) : voice.say('report.terminal-actual', { actual, expected })];
  });
}

function consequence({ immediate, proposedLimit }: Outcome, voice: Voice): readonly string[] {
  return [
    ...(immediate === undefined ? [] : [voice.say('report.terminal-immediate', { measure: immediate })]),
    ...(proposedLimit === undefined ? [] : [voice.say('report.terminal-limit', { date: proposedLimit.date })]),
  ];
}

/** Rows with aligned heads and text that hangs beside them. */
function hang(
  rows: readonly { readonly head: readonly Span[]; readonly lines: readonly string[] }[],
  width: number,
): readonly SpanLine[] {
  const count = Math.max(0, ...rows.map((row) => row.head.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...rows.map((row) => displayWidth(row.head[column]?.text ?? ''))),
  );
  const indent = 2 + widths.reduce((sum, columns) => sum + columns + 2, 0);
  const room = Math.max(24, width - indent);
  return rows.flatMap(({ head, lines }) =>
    lines
      .flatMap((line) => wrap(line, room))
      .map(
        (line, index): SpanLine =>
          index === 0
            ? [span('  '), ...head.map((it, column) => padded(it, (widths[column] ?? 0) + 2)), span(line)]
            : [span(' '.repeat(indent)), span(line)],
      ),
  );
}
