import type { Cause, Plant, SafetyFunction } from '../../plant/index.ts';
import type { Inputs } from '../check.ts';
import { saysOne } from './discrete.ts';
import { momentsOf, votesAt } from './votes.ts';

/** Whether a cause demanded the trip in the window. */
export type Demand =
  | { readonly kind: 'none' }
  /** Enough channels demanded, but they or the function are bypassed or forced: no action is due. */
  | { readonly kind: 'held-back' }
  /** Enough channels may have demanded, but a switch, a fault bit or a dead band leaves it open. */
  | { readonly kind: 'unclear' }
  /** The window ended before the delay of the cause was over. */
  | { readonly kind: 'pending' }
  /** In order; at least one. */
  | { readonly kind: 'demanded'; readonly demands: readonly SeenDemand[] };

/**
 * A demand that stood from `atMs` to `untilMs`, the first and the last look at it; from `dueMs`, when the delay is over, the
 * action is due. It began after `afterMs`, the last look at which it did not stand; undefined where it stood at the first
 * look: then nobody knows when it began. All in ms since 1970.
 */
export interface SeenDemand {
  readonly afterMs?: number;
  readonly atMs: number;
  readonly dueMs: number;
  readonly untilMs: number;
}

/** The demands of a cause that lasted as long as its delay; only votes that nobody can doubt are counted. */
export function demandOf(cause: Cause, it: SafetyFunction, plant: Plant, inputs: Inputs): Demand {
  const moments = momentsOf(cause, inputs);
  const lookedBefore = (moment: number) => {
    const votes = votesAt(cause, it, plant, inputs, moment);
    return lastLook(
      cause.channels.filter((_tag, index) => votes[index] === 'trip'),
      inputs,
      moment,
    );
  };
  const seen = demandsAmong(
    moments,
    (moment) => isDemanded(cause, it, plant, inputs, moment),
    lookedBefore,
    cause.delayMs,
  );
  if (seen.kind !== 'none') {
    const forces = cause.forces.map((tag) => inputs.readings(tag));
    if (forces.some((samples) => samples.some((sample) => saysOne(sample.value)))) return { kind: 'held-back' };
    return forces.some((samples) => samples.length === 0) ? { kind: 'unclear' } : seen;
  }
  const would = moments.filter((moment) => {
    const votes = votesAt(cause, it, plant, inputs, moment, 'ignored');
    return votes.filter((vote) => vote === 'trip' || vote === 'unclear').length >= cause.vote.needed;
  });
  if (would.length === 0) return { kind: 'none' };
  const isOpen = would.some((moment) => votesAt(cause, it, plant, inputs, moment).includes('unclear'));
  return { kind: isOpen ? 'unclear' : 'held-back' };
}

/** Whether enough channels demand at a moment, beyond doubt. */
export function isDemanded(cause: Cause, it: SafetyFunction, plant: Plant, inputs: Inputs, momentMs: number): boolean {
  const votes = votesAt(cause, it, plant, inputs, momentMs);
  return votes.filter((vote) => vote === 'trip').length >= cause.vote.needed;
}

/**
 * The last moment before `momentMs` (ms since 1970) up to which each of the points is known not to have changed yet: a look
 * that another point got meanwhile is none at this one. Undefined where one of them was not looked at before.
 */
export function lastLook(tags: readonly string[], inputs: Inputs, momentMs: number): number | undefined {
  let earliest = momentMs;
  for (const tag of tags) {
    const samples = inputs.readings(tag);
    const before = samples.findLast((sample) => sample.atMs < momentMs);
    if (before === undefined) return undefined;
    // A sequence of events leaves nothing out: its value stood until the next one.
    if (before.isEvent !== true) earliest = Math.min(earliest, before.atMs);
  }
  return earliest;
}

/** The runs of moments (ms since 1970) at which a demand stood, each as long as the delay; one that still lasts may be pending. */
export function demandsAmong(
  moments: readonly number[],
  holds: (momentMs: number) => boolean,
  lookedBefore: (momentMs: number) => number | undefined,
  delayMs = 0,
): Extract<Demand, { kind: 'none' | 'pending' | 'demanded' }> {
  const runs: { readonly atMs: number; untilMs: number }[] = [];
  let stands = false;
  for (const moment of moments) {
    const stood = stands;
    stands = holds(moment);
    const run = runs.at(-1);
    if (stands && (run === undefined || !stood)) runs.push({ atMs: moment, untilMs: moment });
    else if (stands && run !== undefined) run.untilMs = moment;
  }
  const demands = runs
    .filter(({ atMs, untilMs }) => untilMs - atMs >= delayMs)
    .map(({ atMs, untilMs }): SeenDemand => {
      const afterMs = lookedBefore(atMs);
      return { atMs, dueMs: atMs + delayMs, untilMs, ...(afterMs === undefined ? {} : { afterMs }) };
    });
  if (demands.length > 0) return { kind: 'demanded', demands };
  return { kind: stands ? 'pending' : 'none' };
}
