import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck, type Part } from '../../check.ts';
import { durationMs } from '../../written-forms.ts';
import { saysOne } from '../discrete.ts';
import { permittedPart } from '../permitted.ts';
import { switchesOf } from '../switches.ts';

/**
 * No bypass and no force of a function is on without a valid permit; where the rule says so, no more than `at_once` of
 * them together, and no permit runs longer than `longest`.
 */
export const bypassPermitted = defineCheck({
  name: 'bypass-permitted',
  subject: 'safety-function',
  parameters: z.strictObject({ at_once: z.number().int().positive().optional(), longest: durationMs.optional() }),
  parts: ({ function: it, plant }, { at_once: atOnce, longest }) => {
    const switches = switchesOf(it);
    const parts: Part[] = switches.map((tag) => permittedPart(plant, tag));
    if (atOnce !== undefined && switches.length > atOnce) parts.push(countPart(switches, atOnce));
    if (longest !== undefined) {
      for (const permit of plant.permits) {
        if (!switches.includes(permit.bypass)) continue;
        const hours = (ms: number) => Number((ms / 3_600_000).toPrecision(3));
        const words = { tag: permit.bypass, hours: hours(permit.to - permit.from), longest: hours(longest) };
        parts.push({
          name: `permit ${permit.bypass}`,
          needs: [],
          judge: () =>
            permit.to - permit.from <= longest
              ? { says: 'pass', because: text('checks.permit-length', words) }
              : {
                  says: 'fail',
                  expected: text('checks.permit-length-expected', words),
                  actual: text('checks.permit-length', words),
                },
        });
      }
    }
    return parts;
  },
});

function countPart(switches: readonly string[], atOnce: number): Part {
  return {
    name: 'bypasses at once',
    needs: switches.map((tag) => ({ kind: 'reading', tag })),
    judge: (inputs) => {
      const on = switches.filter((tag) => saysOne(inputs.reading(tag).value));
      const words = { count: on.length, limit: atOnce, tags: on.join('、') };
      return on.length <= atOnce
        ? { says: 'pass', because: text('checks.bypass-count', { count: on.length, limit: atOnce }) }
        : {
            says: 'fail',
            expected: text('checks.bypass-count-expected', words),
            actual: text('checks.bypass-count-exceeded', words),
          };
    },
  };
}
