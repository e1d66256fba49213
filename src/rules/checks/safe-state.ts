import type { Effect, OnesMeaning, Plant } from '../../plant/index.ts';
import type { Value } from '../../protocols/index.ts';
import type { Inputs } from '../check.ts';
import { pointOf, says } from './discrete.ts';

/** Which point shows the safe state of an element, and when it does. */
export interface SafeState {
  readonly tag: string;
  readonly holds: (value: Value) => boolean;
}

/** The limit switch or running contact that shows the safe state of a final element; undefined where none does, as of an alarm. */
export function safeStateOf({ to, feedback }: Effect, plant: Plant): SafeState | undefined {
  const by = (tag: string | undefined, meaning: OnesMeaning, opposite: OnesMeaning): SafeState | undefined =>
    tag === undefined
      ? undefined
      : { tag, holds: (value) => says(pointOf(plant, tag), value, meaning, opposite) === true };
  switch (to) {
    case 'closed':
      return by(feedback?.closed ?? feedback?.open, 'closed', 'open');
    case 'open':
      return by(feedback?.open ?? feedback?.closed, 'open', 'closed');
    case 'stopped':
      return by(feedback?.running, 'stopped', 'running');
    case 'running':
      return by(feedback?.running, 'running', 'stopped');
    case 'alarm':
      return undefined;
  }
}

/** How an element came to its safe state after an action was due; all times in ms. */
export interface Arrival {
  /** It was certainly there within the time, certainly not, or sampling cannot tell. */
  readonly inTime: 'yes' | 'no' | 'unclear' | 'window-ended';
  /** When it was first seen there. */
  readonly seenMs?: number;
}

/** Whether an element was in its safe state no later than `allowedMs` after `dueMs`, as well as sampling can tell. */
export function arrivalOf(inputs: Inputs, safe: SafeState, atMs: number, dueMs: number, allowedMs: number): Arrival {
  const latest = dueMs + allowedMs;
  const samples = inputs.readings(safe.tag).filter((sample) => sample.atMs >= atMs);
  const seen = samples.find((sample) => safe.holds(sample.value));
  if (seen !== undefined && seen.atMs <= latest) return { inTime: 'yes', seenMs: seen.atMs };
  const lastAway = samples.findLast((sample) => sample !== seen && (seen === undefined || sample.atMs < seen.atMs));
  if (lastAway !== undefined && lastAway.atMs > latest)
    return { inTime: 'no', ...(seen === undefined ? {} : { seenMs: seen.atMs }) };
  return seen === undefined ? { inTime: 'window-ended' } : { inTime: 'unclear', seenMs: seen.atMs };
}
