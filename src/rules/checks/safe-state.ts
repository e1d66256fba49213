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

/** When an action was due, ms since 1970: after `earliestMs` and no later than `dueMs`; the same where it is known exactly. */
export interface Due {
  readonly earliestMs: number;
  readonly dueMs: number;
}

/**
 * Whether an element, looked at from `atMs` on, was in its safe state no later than `allowedMs` after the action was due, as
 * well as sampling can tell: in time only where it is in time for the earliest moment, late only where it is for the latest.
 */
export function arrivalOf(inputs: Inputs, safe: SafeState, atMs: number, due: Due, allowedMs: number): Arrival {
  const samples = inputs.readings(safe.tag);
  const seen = samples.find((sample) => sample.atMs >= atMs && safe.holds(sample.value));
  const before = seen === undefined ? samples.at(-1) : samples[samples.indexOf(seen) - 1];
  const wasThere = before !== undefined && safe.holds(before.value);
  if (seen !== undefined && (wasThere || seen.atMs <= due.earliestMs + allowedMs))
    return { inTime: 'yes', seenMs: seen.atMs };
  // A sequence of events leaves nothing out: the element was away until the event that shows it there.
  const awayToMs = before?.isEvent === true && seen !== undefined ? seen.atMs : before?.atMs;
  if (!wasThere && awayToMs !== undefined && awayToMs > due.dueMs + allowedMs)
    return { inTime: 'no', ...(seen === undefined ? {} : { seenMs: seen.atMs }) };
  return seen === undefined ? { inTime: 'window-ended' } : { inTime: 'unclear', seenMs: seen.atMs };
}
