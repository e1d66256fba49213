import type { Outcome } from '../../../audit/index.ts';
import { bindingFindings } from '../../finding-order.ts';
import type { Source } from '../../source.ts';
import { findingAnchor } from '../findings/finding-anchor.ts';
import { type GanttModel, ganttOf } from './gantt.ts';

/** One finding as a line of the ledger; the five arrangements are for the enterprise to fill in. */
export interface RectificationRow {
  readonly number: string;
  readonly subject: string;
  readonly problem: string;
  readonly severity: string;
  readonly immediate: string;
  readonly remediation: string;
  readonly limit: string;
  /** Where the finding is explained. */
  readonly to: string;
}

/** What has to be put right until when, with the five arrangements (五落实) left open, and the limits as a drawing. */
export interface RectificationModel {
  readonly title: string;
  readonly intro: string;
  readonly headers: readonly string[];
  /** Responsibility, measures, money, time, contingency plan: lines to write on. */
  readonly arrangements: readonly string[];
  readonly rows: readonly RectificationRow[];
  /** Absent where no limit is proposed. */
  readonly gantt?: GanttModel;
}

/** Arranges the findings that bind the enterprise as a ledger with limits. */
export function buildRectification(source: Source): RectificationModel {
  const { record, voice } = source;
  const findings = bindingFindings(record);
  const gantt = ganttOf(findings, source);
  return {
    title: voice.say('report.rectification'),
    intro: voice.say(findings.length === 0 ? 'report.rectification-none' : 'report.rectification-intro'),
    headers: (['number-short', 'problem', 'severity', 'limit-short'] as const).map((it) => voice.say(`report.${it}`)),
    arrangements: (['duty', 'measures', 'funds', 'time', 'plan'] as const).map((it) =>
      voice.say(`report.arrangement-${it}`),
    ),
    rows: findings.map((finding, index) => rowOf(finding, index + 1, source)),
    ...(gantt === undefined ? {} : { gantt }),
  };
}

function rowOf(outcome: Outcome, number: number, { voice }: Source): RectificationRow {
  const { subject, severity, immediate, remediation, proposedLimit } = outcome;
  return {
    number: String(number),
    subject: `${subject.id} ${subject.name}`,
    problem: problemOf(outcome, voice),
    severity: voice.say(`report.severity-${severity}`),
    immediate: voice.say('report.immediate-of', {
      measure: immediate === undefined ? voice.say('report.none') : voice.pick(immediate),
    }),
    remediation: voice.say('report.remediation-of', { measure: voice.pick(remediation) }),
    limit: proposedLimit?.date ?? voice.say('report.no-limit'),
    to: findingAnchor(outcome),
  };
}

/** What is wrong, in one sentence. */
export function problemOf({ parts }: Outcome, voice: Source['voice']): string {
  const said = parts
    .filter((part) => part.result === 'fail')
    .flatMap(({ actual, because }) => {
      const found = actual ?? because;
      return found === undefined ? [] : [voice.tell(found)];
    });
  const distinct = [...new Set(said)];
  return distinct.length === 0 ? voice.say('report.dash') : distinct.join(voice.say('report.semicolon'));
}
