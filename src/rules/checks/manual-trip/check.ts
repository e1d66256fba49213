import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Plant, SafetyFunction } from '../../../plant/index.ts';
import type { RequiredFunction } from '../../catalogue/index.ts';
import { defineCheck, type Part } from '../../check.ts';
import { pointOf, saysOne } from '../discrete.ts';
import { bitOfDemand } from '../votes.ts';

/** An emergency shutdown can be tripped by hand: the button is there, can be read, and its line is healthy. */
export const manualTrip = defineCheck({
  name: 'manual-trip',
  subject: 'safety-function',
  parameters: z.strictObject({ kinds: z.array(z.string()).default(['emergency-shutdown', 'manual-esd']) }),
  parts: ({ function: it, rows, plant }, { kinds }) => {
    if (!servesOne(it, kinds) && !rows.some(({ row }) => kinds.includes(row.kind) || claimsShutdown(it, row)))
      return [];
    const { manual, manualLine } = it;
    if (manual === undefined) {
      const actual = text('checks.manual-missing', { function: it.id });
      const expected = text('checks.manual-expected', { function: it.id });
      return [{ name: 'manual trip', needs: [], judge: () => ({ says: 'fail', expected, actual }) }];
    }
    return [buttonPart(manual, plant), ...(manualLine === undefined ? [] : [linePart(manualLine, plant)])];
  },
});

/** By its own word, where no row of the catalogue says what it is for. */
function servesOne({ serves = [] }: SafetyFunction, kinds: readonly string[]): boolean {
  return serves.some((kind) => kinds.includes(kind));
}

/** Of a row that holds more than a shutdown only that part: a claim without an action is one of all of them. */
function claimsShutdown({ covers }: SafetyFunction, { id, shutdown_part: part }: RequiredFunction['row']): boolean {
  if (part === undefined) return false;
  return covers.some((claim) => claim.function === id && (claim.action === undefined || claim.action === part));
}

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
