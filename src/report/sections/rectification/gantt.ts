import type { Outcome } from '../../../audit/index.ts';
import type { Source } from '../../source.ts';

/** Limits on a line of days; positions run from 0 (first day) to 1 (last day). */
export interface GanttModel {
  readonly title: string;
  /** What the drawing says, for those who cannot see it. */
  readonly alt: string;
  readonly legend: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly rows: readonly {
    readonly label: string;
    readonly from: number;
    readonly to: number;
    readonly date: string;
    /** An immediate measure comes before the limit. */
    readonly isImmediate: boolean;
    readonly tone: 'bad' | 'doubt' | 'quiet';
  }[];
}

const dayMs = 86_400_000;
const mostTicks = 6;

/** The limits of the findings as a drawing; undefined where none of them has one. */
export function ganttOf(findings: readonly Outcome[], { record, voice }: Source): GanttModel | undefined {
  const limited = findings.flatMap((finding, index) =>
    finding.proposedLimit === undefined ? [] : [{ finding, limit: finding.proposedLimit, number: index + 1 }],
  );
  if (limited.length === 0) return undefined;
  const first = Math.min(...limited.map(({ limit }) => dayOf(limit.from)));
  const last = Math.max(...limited.map(({ limit }) => dayOf(limit.date)), first + 1);
  const place = (day: number) => (day - first) / (last - first);
  const rows = limited.map(({ finding, limit, number }) => ({
    label: voice.say('report.gantt-label', { number, subject: finding.subject.id }),
    from: place(dayOf(limit.from)),
    to: place(dayOf(limit.date)),
    date: limit.date,
    isImmediate: finding.immediate !== undefined,
    tone: toneOf(finding),
  }));
  const bars = limited.map(({ finding, limit }) =>
    voice.say('report.gantt-bar', { subject: finding.subject.id, from: limit.from, date: limit.date }),
  );
  return {
    title: voice.say('report.gantt'),
    alt: bars.join(voice.say('report.semicolon')),
    legend: voice.say('report.gantt-legend', { date: record.header.observationDate }),
    ticks: monthsBetween(first, last).map((day) => ({ at: place(day), label: dateOf(day) })),
    rows,
  };
}

/** The first day of all and first days of months, as many as can stand side by side. */
function monthsBetween(first: number, last: number): readonly number[] {
  const days = [first];
  const start = new Date(first * dayMs);
  const room = (last - first) / mostTicks;
  for (let step = 1; ; step += 1) {
    const day = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + step, 1) / dayMs;
    if (day > last) return days;
    if (day - (days.at(-1) ?? first) >= room) days.push(day);
  }
}

function toneOf({ severity }: Outcome): 'bad' | 'doubt' | 'quiet' {
  return severity === 'major' ? 'bad' : severity === 'borderline' ? 'doubt' : 'quiet';
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
