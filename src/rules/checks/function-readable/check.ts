import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Effect, SafetyFunction } from '../../../plant/index.ts';
import { defineCheck, type Part } from '../../check.ts';

/** Causes and final elements of a function give usable readings: declaring is not building (judgement.md §2). */
export const functionReadable = defineCheck({
  name: 'function-readable',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it }) => {
    if (it.document !== undefined) return [];
    const causes = [
      ...it.causes.flatMap((cause) => cause.channels),
      ...(it.loop === undefined ? [] : [it.loop.measurement]),
    ];
    const elements = [...it.effects.flatMap(pointsOf), ...loopOutputs(it)];
    const parts = [
      ...[...new Set(causes)].map((tag) => readable('cause', tag)),
      ...[...new Set(elements)].map((tag) => readable('element', tag)),
    ];
    for (const effect of it.effects) if (pointsOf(effect).length === 0) parts.push(unreadable(effect));
    return parts;
  },
});

function pointsOf(effect: Effect): readonly string[] {
  const { command, feedback } = effect;
  return [command?.point, feedback?.closed, feedback?.open, feedback?.running].filter((tag) => tag !== undefined);
}

function loopOutputs(it: SafetyFunction): readonly string[] {
  return [it.loop?.mode, it.loop?.output].filter((tag) => tag !== undefined);
}

function readable(side: 'cause' | 'element', tag: string): Part {
  return {
    name: `${side} ${tag}`,
    needs: [{ kind: 'reading', tag }],
    judge: () => ({ says: 'pass', because: text('rules.readable', { tag }) }),
  };
}

function unreadable(effect: Effect): Part {
  const lacks = text('rules.element-without-point', { element: effect.element });
  return {
    name: `element ${effect.element}`,
    needs: [],
    lacks,
    judge: () => ({ says: 'informational', because: lacks }),
  };
}
