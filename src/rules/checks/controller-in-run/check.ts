import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { indexOf } from '../../../plant/index.ts';
import { defineCheck, type Part } from '../../check.ts';
import { durationMs } from '../../written-forms.ts';
import { heartbeatPart, runStatePart } from '../alive.ts';
import { unanswerable } from '../unanswerable.ts';

/** A controller executes its program: its own run state, a run-state point, or a heartbeat that changes. */
export const controllerInRun = defineCheck({
  name: 'controller-in-run',
  subject: 'controller',
  parameters: z.strictObject({ window: durationMs }),
  parts: ({ controller, plant }, { window }) => {
    const own = indexOf(plant).pointsOf(controller.id);
    const runState = own.find((point) => point.role === 'run-state');
    const parts: Part[] = [];
    const run = runStatePart(plant, controller, runState?.tag);
    if (run !== undefined) parts.push(run);
    for (const point of own)
      if (point.role === 'heartbeat' && point.heartbeatOf === undefined) parts.push(heartbeatPart(point.tag, window));
    if (parts.length > 0) return parts;
    const lacks = text('rules.nothing-proves-run', { controller: controller.id });
    return [unanswerable('run state', lacks)];
  },
});
