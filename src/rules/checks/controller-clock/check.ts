import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { isModbus } from '../../../protocols/index.ts';
import { defineCheck } from '../../check.ts';
import { clockOffset } from '../../clock-offset.ts';
import { durationMs } from '../../written-forms.ts';

/**
 * A controller's clock is in step with ours; Modbus has no clock, so nothing is asked of it. The clock of an OPC server
 * or a gateway is not the controller's, and whole hours are a question of time zones first: both are only shown
 * (judgement.md §6).
 */
export const controllerClock = defineCheck({
  name: 'controller-clock',
  subject: 'controller',
  parameters: z.strictObject({ tolerance: durationMs }),
  parts: ({ controller }, { tolerance }) => {
    if (isModbus(controller.endpoints[0].protocol)) return [];
    const limitMs = controller.clockToleranceMs ?? tolerance;
    const isOwn = controller.via === 'direct';
    return [
      {
        name: 'clock',
        needs: [{ kind: 'self-report', controller: controller.id, part: 'clock' }],
        judge: (inputs) => {
          const { clock } = inputs.selfReport(controller.id);
          if (clock === undefined) throw new Error('the engine vouched for a clock that was not served');
          const seconds = Math.round(clockOffset(clock) / 1000);
          const words = { controller: controller.id, seconds: Math.abs(seconds) };
          if (!isOwn) return { says: 'informational', because: text('checks.clock-of-server', words) };
          if (Math.abs(clockOffset(clock)) <= limitMs)
            return { says: 'pass', because: text('rules.clock-in-step', words) };
          const hours = Math.round(clockOffset(clock) / hourMs);
          if (hours !== 0 && Math.abs(hours) <= 14 && Math.abs(clockOffset(clock) - hours * hourMs) <= limitMs)
            return { says: 'informational', because: text('checks.clock-zone', { ...words, hours }) };
          return {
            says: 'fail',
            expected: text('rules.clock-expected', { ...words, limit: limitMs / 1000 }),
            actual: text(seconds > 0 ? 'rules.clock-ahead' : 'rules.clock-behind', words),
          };
        },
      },
    ];
  },
});

const hourMs = 3_600_000;
