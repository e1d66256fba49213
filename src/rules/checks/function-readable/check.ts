import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Effect, Plant, Point, SafetyFunction } from '../../../plant/index.ts';
import { defineCheck, type Part } from '../../check.ts';
import { sourceOf } from '../../source-of.ts';
import { pointOf } from '../discrete.ts';
import { unanswerable } from '../unanswerable.ts';

/** Causes and final elements of a function give usable readings: declaring is not building (judgement.md §2). */
export const functionReadable = defineCheck({
  name: 'function-readable',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) => {
    if (it.document !== undefined) return [];
    const at = (side: 'cause' | 'element', tag: string) =>
      atSolver(side, it, pointOf(plant, tag), plant) ?? readable(side, tag);
    const causes = [
      ...it.causes.flatMap((cause) => cause.channels),
      ...(it.loop === undefined ? [] : [it.loop.measurement]),
    ];
    const commands = [...it.effects.map(({ command }) => command?.point), ...loopOutputs(it)];
    const feedbacks = it.effects.flatMap(({ feedback }) => [feedback?.closed, feedback?.open, feedback?.running]);
    const isTag = (tag: string | undefined) => tag !== undefined;
    const parts = [
      ...[...new Set(causes)].map((tag) => at('cause', tag)),
      ...[...new Set(commands.filter(isTag))].map((tag) => at('element', tag)),
      // A limit switch shows where the element is, whichever system it is wired to.
      ...[...new Set(feedbacks.filter(isTag))].map((tag) => readable('element', tag)),
    ];
    for (const effect of it.effects) if (pointsOf(effect).length === 0) parts.push(unreadable(effect));
    return parts;
  },
});

function pointsOf(effect: Effect): readonly string[] {
  const { command, feedback } = effect;
  return [command?.point, feedback?.closed, feedback?.open, feedback?.running].filter((tag) => tag !== undefined);
}

/** The output drives the final element of a loop; its mode is neither cause nor element (judgement.md §2). */
function loopOutputs(it: SafetyFunction): readonly string[] {
  return it.loop?.output === undefined ? [] : [it.loop.output];
}

/** What another controller reads is not what the declared solver has. A mirror says so itself; it has its own reason. */
function atSolver(
  side: 'cause' | 'element',
  { solver }: SafetyFunction,
  { tag, controller }: Point,
  plant: Plant,
): Part | undefined {
  if (solver === undefined || controller === solver) return undefined;
  if (sourceOf(pointOf(plant, tag), plant).via === 'mirror') return undefined;
  return unanswerable(`${side} ${tag}`, text('checks.not-at-solver', { tag, at: controller, solver }));
}

function readable(side: 'cause' | 'element', tag: string): Part {
  return {
    name: `${side} ${tag}`,
    needs: [{ kind: 'reading', tag }],
    judge: () => ({ says: 'pass', because: text('rules.readable', { tag }) }),
  };
}

function unreadable({ element }: Effect): Part {
  return unanswerable(`element ${element}`, text('rules.element-without-point', { element }));
}
