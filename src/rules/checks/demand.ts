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
  /** Seen from `atMs`; from `dueMs`, when the delay is over, the action is due. Both ms since 1970. */
  | { readonly kind: 'demanded'; readonly atMs: number; readonly dueMs: number };

/** The first demand of a cause that lasted as long as its delay; only votes that nobody can doubt are counted. */
export function demandOf(cause: Cause, it: SafetyFunction, plant: Plant, inputs: Inputs): Demand {
  const moments = momentsOf(cause, inputs);
  const first = lasting(moments, cause, (moment) => isDemanded(cause, it, plant, inputs, moment));
  const forces = cause.forces.map((tag) => inputs.readings(tag));
  if (first !== undefined) {
    if (forces.some((samples) => samples.some((sample) => saysOne(sample.value)))) return { kind: 'held-back' };
    return forces.some((samples) => samples.length === 0) ? { kind: 'unclear' } : first;
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

function lasting(
  moments: readonly number[],
  { delayMs = 0 }: Cause,
  holds: (moment: number) => boolean,
): Demand | undefined {
  let since: number | undefined;
  for (const moment of moments) {
    if (!holds(moment)) since = undefined;
    else {
      since ??= moment;
      if (moment - since >= delayMs) return { kind: 'demanded', atMs: since, dueMs: since + delayMs };
    }
  }
  return since === undefined ? undefined : { kind: 'pending' };
}
