import type { Inputs } from '../../check.ts';
import type { SeenDemand } from '../demand.ts';
import { arrivalOf, type SafeState } from '../safe-state.ts';

/**
 * What a final element did on demands, the word that decides first: it came too late or never, it was away again while the
 * demand certainly stood, sampling cannot tell whether it was in time, it was in time, the window ended before its time was
 * over, or nobody saw it act.
 */
export const actions = ['late', 'left', 'unclear', 'acted', 'window-ended', 'unseen'] as const;

/** One of `actions`. */
export type Action = (typeof actions)[number];

/** What a final element did on all of some demands, `allowedMs` after each was due. */
export function actionOf(demands: readonly SeenDemand[], inputs: Inputs, safe: SafeState, allowedMs: number): Action {
  const seen = new Set(demands.map((demand) => actionOn(demand, inputs, safe, allowedMs)));
  return actions.find((action) => seen.has(action)) ?? 'unseen';
}

function actionOn({ afterMs, atMs, dueMs, untilMs }: SeenDemand, inputs: Inputs, safe: SafeState, allowedMs: number) {
  const earliestMs = afterMs === undefined ? Number.NEGATIVE_INFINITY : afterMs + (dueMs - atMs);
  // Whether it is there while the delay still runs is its own affair.
  const { inTime, seenMs } = arrivalOf(inputs, safe, dueMs, { earliestMs, dueMs }, allowedMs);
  if (inTime === 'no') return 'late';
  if (seenMs === undefined) return 'window-ended';
  const samples = inputs.readings(safe.tag);
  const isAway = (fromMs: number, toMs: number) =>
    samples.some(({ atMs: at, value }) => at >= fromMs && at <= toMs && !safe.holds(value));
  if (isAway(seenMs, untilMs)) return 'left';
  // It came only where the last look before the demand, or one after that, shows it away.
  const before = samples.findLast((sample) => sample.atMs <= (afterMs ?? Number.NEGATIVE_INFINITY));
  if (afterMs === undefined || !isAway(before?.atMs ?? afterMs, seenMs)) return 'unseen';
  return inTime === 'yes' ? 'acted' : 'unclear';
}
