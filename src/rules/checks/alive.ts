import { text } from '../../messages/index.ts';
import type { Controller, Plant } from '../../plant/index.ts';
import type { Part } from '../check.ts';
import { pointOf, says } from './discrete.ts';

/** A heartbeat that changes within the window. */
export function heartbeatPart(tag: string, spanMs: number): Part {
  return {
    name: `heartbeat ${tag}`,
    needs: [{ kind: 'series', tag, spanMs }],
    judge: (inputs) => {
      const samples = inputs.series(tag);
      const first = samples[0]?.value;
      const seconds = spanMs / 1000;
      return samples.some((sample) => sample.value !== first)
        ? { says: 'pass', because: text('rules.heartbeat-alive', { tag }) }
        : {
            says: 'fail',
            expected: text('rules.heartbeat-expected', { tag, seconds }),
            actual: text('rules.heartbeat-dead', { tag, value: String(first), seconds }),
          };
    },
  };
}

/** The solver runs, by its own word where the protocol has one that is the solver's (direct S7); otherwise by a declared point. */
export function runStatePart(plant: Plant, controller: Controller, runStateTag: string | undefined): Part | undefined {
  if (runStateTag !== undefined) {
    const point = pointOf(plant, runStateTag);
    return {
      name: `run state ${runStateTag}`,
      needs: [{ kind: 'reading', tag: runStateTag }],
      judge: (inputs) =>
        says(point, inputs.reading(runStateTag).value, 'running', 'stopped') === true
          ? { says: 'pass', because: text('rules.in-run', { controller: controller.id }) }
          : {
              says: 'fail',
              expected: text('rules.run-expected', { controller: controller.id }),
              actual: text('rules.in-stop', { controller: controller.id }),
            },
    };
  }
  if (controller.via !== 'direct' || controller.endpoints[0].protocol !== 's7') return undefined;
  return {
    name: 'run state',
    needs: [{ kind: 'self-report', controller: controller.id, part: 'run-state' }],
    judge: (inputs) =>
      inputs.selfReport(controller.id).runState === 'run'
        ? { says: 'pass', because: text('rules.in-run', { controller: controller.id }) }
        : {
            says: 'fail',
            expected: text('rules.run-expected', { controller: controller.id }),
            actual: text('rules.in-stop', { controller: controller.id }),
          },
  };
}
