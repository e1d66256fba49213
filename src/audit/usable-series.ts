import { type Text, text } from '../messages/index.ts';
import type { Point } from '../plant/index.ts';
import type { Sample } from '../rules/index.ts';
import { eachSight, type Series } from './series.ts';
import { entriesBehind, sampleOf, tellOf } from './usable.ts';

/** What may be judged of one point: its usable samples in the order in which they were seen, with the entries behind them. */
export type UsableSeries =
  /** The last observation may not be judged: then nothing of the point may. */
  | { readonly isUsable: false; readonly why: Text; readonly lastEvidence: readonly number[] }
  | {
      readonly isUsable: true;
      /** At least one. */
      readonly samples: readonly Sample[];
      readonly lastEvidence: readonly number[];
      /** The entries of the changes in it, and the last one. */
      readonly changeEvidence: readonly number[];
      /** The entries of the first usable sample and of the last one. */
      readonly endsEvidence: readonly number[];
      /** The longest time between two samples in a row, ms, where nobody told what happened between; undefined for a single one. */
      readonly resolutionMs: number | undefined;
      /** From files whose rows were written when something had moved enough: between two of them nobody knows. */
      readonly isSparse: boolean;
    };

/** Where the value changed, the entries of the change are evidence too; no more than these. */
const mostChanges = 20;

/** Goes through the series of a point once. */
export function usableSeries(point: Point, series: Series | undefined, clockOffsetMs: number): UsableSeries {
  const samples: Sample[] = [];
  const changes: number[] = [];
  let changed = 0;
  let resolutionMs: number | undefined;
  let isSparse = false;
  let first: Sight | undefined;
  let last: ReturnType<typeof tellOf> = { why: text('audit.never-read') };
  let lastEvidence: number | undefined;
  let lastConfirmation: number | undefined;
  eachSight(series ?? [], (said, when, evidence, confirmation) => {
    const told = tellOf(point, said, when, clockOffsetMs);
    last = told;
    lastEvidence = evidence;
    lastConfirmation = confirmation;
    if ('why' in told) return;
    const atMs = when.at.utc;
    isSparse ||= said.kind === 'reading' && (said.recorded === 'changes' || said.recorded === 'snapshot');
    const before = samples.at(-1);
    samples.push(sampleOf(told.value, said, atMs));
    if (before === undefined) {
      first = { evidence, confirmation };
      return;
    }
    resolutionMs = Math.max(resolutionMs ?? 0, before.isEvent === true ? 1 : atMs - before.atMs);
    if (told.value === before.value) return;
    if (changed < mostChanges) changes.push(...entriesBehind(evidence, confirmation));
    changed += 1;
  });
  const behindLast = lastEvidence === undefined ? [] : entriesBehind(lastEvidence, lastConfirmation);
  if ('why' in last) return { isUsable: false, why: last.why, lastEvidence: behindLast };
  return {
    isUsable: true,
    samples,
    lastEvidence: behindLast,
    changeEvidence: changes.length === 0 ? behindLast : [...new Set([...changes, ...behindLast])],
    endsEvidence: endsOf(first, behindLast),
    resolutionMs,
    isSparse,
  };
}

interface Sight {
  readonly evidence: number;
  readonly confirmation: number | undefined;
}

/** The entries of the first sight and of the last, each once; most points said one thing all the time. */
function endsOf(first: Sight | undefined, last: readonly number[]): readonly number[] {
  if (first === undefined) return last;
  const { evidence, confirmation } = first;
  if (confirmation === undefined && last[0] === evidence) return last;
  return [...new Set([...entriesBehind(evidence, confirmation), ...last])];
}
