import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { indexOf, type Plant, type SafetyFunction } from '../../../plant/index.ts';
import { defineCheck, type Part } from '../../check.ts';
import { durationMs } from '../../written-forms.ts';
import { heartbeatPart, runStatePart } from '../alive.ts';
import { channelHealthParts } from '../channel-health.ts';
import { pointOf, says, saysOne } from '../discrete.ts';
import { permittedPart } from '../permitted.ts';
import { switchesOf } from '../switches.ts';
import { unanswerable } from '../unanswerable.ts';

/**
 * A function is in service: its solver runs, its heartbeat is alive, nothing is bypassed or forced without a permit,
 * its mode is automatic, nothing is simulated, and its channels are not faulted (judgement.md §2).
 */
export const inService = defineCheck({
  name: 'in-service',
  subject: 'safety-function',
  parameters: z.strictObject({ window: durationMs }),
  parts: ({ function: it, plant }, { window }) => {
    if (it.document !== undefined) return [];
    return [
      ...solverParts(it, plant, window),
      ...switchesOf(it).map((tag) => permittedPart(plant, tag)),
      ...[it.inService?.mode, it.loop?.mode].flatMap((tag) => (tag === undefined ? [] : [modePart(plant, tag)])),
      ...(it.inService?.simulation === undefined ? [] : [simulationPart(it.inService.simulation)]),
      ...channelHealthParts(it, plant),
    ];
  },
});

/** Run state where the solver says it, heartbeat where one is declared; with neither nobody can know. */
function solverParts(it: SafetyFunction, plant: Plant, windowMs: number): readonly Part[] {
  const parts: Part[] = [];
  const solver = indexOf(plant).controller(it.solver);
  const run = solver === undefined ? undefined : runStatePart(plant, solver, it.inService?.runState);
  if (run !== undefined) parts.push(run);
  if (it.inService?.heartbeat !== undefined) parts.push(heartbeatPart(it.inService.heartbeat, windowMs));
  if (parts.length > 0) return parts;
  const lacks = text('rules.nothing-proves-run', { controller: it.solver ?? it.id });
  return [unanswerable('solver', lacks)];
}

function modePart(plant: Plant, tag: string): Part {
  const point = pointOf(plant, tag);
  return {
    name: `mode ${tag}`,
    needs: [{ kind: 'reading', tag }],
    judge: (inputs) => {
      const { value } = inputs.reading(tag);
      const good = says(point, value, 'auto', 'manual') ?? says(point, value, 'running', 'stopped');
      if (good === undefined) throw new Error(`mode point ${tag} means neither auto nor running`);
      return good
        ? { says: 'pass', because: text('rules.mode-auto', { tag }) }
        : { says: 'fail', expected: text('rules.mode-expected', { tag }), actual: text('rules.mode-manual', { tag }) };
    },
  };
}

function simulationPart(tag: string): Part {
  return {
    name: `simulation ${tag}`,
    needs: [{ kind: 'reading', tag }],
    judge: (inputs) =>
      inputs.readings(tag).some((sample) => saysOne(sample.value))
        ? {
            says: 'fail',
            expected: text('rules.simulation-expected', { tag }),
            actual: text('rules.simulation-on', { tag }),
          }
        : { says: 'pass', because: text('rules.simulation-off', { tag }) },
  };
}
