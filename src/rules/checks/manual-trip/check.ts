import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Plant } from '../../../plant/index.ts';
import { defineCheck, type Part } from '../../check.ts';
import { pointOf, saysOne } from '../discrete.ts';
import { bitOfDemand } from '../votes.ts';

/** An emergency shutdown can be tripped by hand: the button is there, can be read, and its line is healthy. */
export const manualTrip = defineCheck({
  name: 'manual-trip',
  subject: 'safety-function',
  parameters: z.strictObject({ kinds: z.array(z.string()).default(['emergency-shutdown', 'manual-esd']) }),
  parts: ({ function: it, rows, plant }, { kinds }) => {
    if (!rows.some(({ row }) => kinds.includes(row.kind))) return [];
    const { manual, manualLine } = it;
    if (manual === undefined) {
      const actual = text('checks.manual-missing', { function: it.id });
      const expected = text('checks.manual-expected', { function: it.id });
      return [{ name: 'manual trip', needs: [], judge: () => ({ says: 'fail', expected, actual }) }];
    }
    return [buttonPart(manual, plant), ...(manualLine === undefined ? [] : [linePart(manualLine, plant)])];
  },
});

function buttonPart(tag: string, plant: Plant): Part {
  const bit = bitOfDemand(pointOf(plant, tag), undefined) ?? true;
  return {
    name: `manual trip ${tag}`,
    needs: [{ kind: 'reading', tag }],
    judge: (inputs) =>
      saysOne(inputs.reading(tag).value) === bit
        ? { says: 'informational', because: text('checks.manual-pressed', { tag }) }
        : { says: 'pass', because: text('checks.manual-ready', { tag }) },
  };
}

function linePart(tag: string, plant: Plant): Part {
  const isHealthyAtOne = pointOf(plant, tag).oneMeans === 'healthy';
  return {
    name: `line ${tag}`,
    needs: [{ kind: 'reading', tag }],
    judge: (inputs) =>
      saysOne(inputs.reading(tag).value) === isHealthyAtOne
        ? { says: 'pass', because: text('checks.line-healthy', { tag }) }
        : {
            says: 'fail',
            expected: text('checks.line-expected', { tag }),
            actual: text('checks.line-faulted', { tag }),
          },
  };
}
