import { z } from 'zod';
import { type Text, text } from '../../../messages/index.ts';
import type { Cause, Effect, Plant } from '../../../plant/index.ts';
import { defineCheck, type Inputs, type Need, type Part } from '../../check.ts';
import { pointOf, says } from '../discrete.ts';
import { demandAt } from './demand.ts';

/**
 * Where a demand was seen in the window, each final element reached its safe state in the allowed time.
 * No demand, or a window that ended before the time was up: not checked, never pass.
 */
export const tripActs = defineCheck({
  name: 'trip-acts',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) =>
    it.causes.flatMap((cause) =>
      it.effects.flatMap((effect) => {
        const isThere = safeState(effect, plant);
        return isThere === undefined || (cause.trip === undefined && cause.demand === undefined)
          ? []
          : [partOf(cause, effect, isThere, plant)];
      }),
    ),
});

/** Which point shows the safe state of an element, and when it does. */
interface SafeState {
  readonly tag: string;
  readonly holds: (value: Parameters<typeof says>[1]) => boolean;
}

function safeState({ to, feedback }: Effect, plant: Plant): SafeState | undefined {
  const by = (tag: string | undefined, meaning: 'closed' | 'open' | 'running' | 'stopped', opposite: typeof meaning) =>
    tag === undefined
      ? undefined
      : {
          tag,
          holds: (value: Parameters<typeof says>[1]) => says(pointOf(plant, tag), value, meaning, opposite) === true,
        };
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

function partOf(cause: Cause, effect: Effect, safe: SafeState, plant: Plant): Part {
  const setpoint = cause.trip?.kind === 'readable' ? cause.trip.setpoint : undefined;
  const tags = [...cause.channels, ...(setpoint === undefined ? [] : [setpoint]), safe.tag];
  const needs: readonly Need[] = tags.map((tag) => ({ kind: 'reading', tag }));
  const allowedMs = (cause.delayMs ?? 0) + (effect.withinMs ?? 0);
  const words = { element: effect.element, seconds: allowedMs / 1000 };
  return {
    name: `action ${cause.channels.join(' ')} → ${effect.element}`,
    needs,
    unmet: (inputs) => unmet(cause, plant, inputs, safe, allowedMs),
    judge: (inputs) =>
      reached(inputs, safe, demandAt(cause, plant, inputs) ?? 0, allowedMs)
        ? { says: 'pass', because: text('rules.acted', words) }
        : { says: 'fail', expected: text('rules.action-expected', words), actual: text('rules.did-not-act', words) },
  };
}

function unmet(cause: Cause, plant: Plant, inputs: Inputs, safe: SafeState, allowedMs: number): Text | undefined {
  const at = demandAt(cause, plant, inputs);
  if (at === undefined) return text('rules.no-demand');
  const last = inputs.readings(safe.tag).at(-1)?.atMs ?? 0;
  if (reached(inputs, safe, at, allowedMs) || last > at + allowedMs + resolutionOf(inputs, safe)) return undefined;
  return text('rules.window-ended-before-action');
}

/** Seen in its safe state no later than one sampling interval after the allowed time: sampling cannot tell better. */
function reached(inputs: Inputs, safe: SafeState, demandedAt: number, allowedMs: number): boolean {
  const latest = demandedAt + allowedMs + resolutionOf(inputs, safe);
  return inputs
    .readings(safe.tag)
    .some((sample) => sample.atMs >= demandedAt && sample.atMs <= latest && safe.holds(sample.value));
}

/** The longest time between two readings of the element, ms. */
function resolutionOf(inputs: Inputs, { tag }: SafeState): number {
  const samples = inputs.readings(tag);
  return Math.max(0, ...samples.slice(1).map((sample, index) => sample.atMs - (samples[index]?.atMs ?? sample.atMs)));
}
