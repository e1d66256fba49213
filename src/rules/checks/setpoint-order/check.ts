import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { type Cause, convert, type Plant, type Quantity } from '../../../plant/index.ts';
import { defineCheck, type Inputs, type Need, type Part } from '../../check.ts';
import { pointOf } from '../discrete.ts';

/**
 * The alarm comes before the trip, the trip is on the safe side of the design limit, and inside the range of every
 * instrument that must reach it. Values in the controller where they can be read, else the declared ones.
 */
export const setpointOrder = defineCheck({
  name: 'setpoint-order',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) => it.causes.flatMap((cause) => partsOf(cause, plant)),
});

/** A limit as it stands: read, or declared. */
interface Limit {
  readonly needs: readonly Need[];
  readonly value: (inputs: Inputs) => Quantity;
}

function limitOf(declared: Quantity, setpoint: string | undefined, plant: Plant): Limit {
  if (setpoint === undefined) return { needs: [], value: () => declared };
  const unit = pointOf(plant, setpoint).unit ?? declared.unit;
  return {
    needs: [{ kind: 'reading', tag: setpoint }],
    value: (inputs) => ({ value: Number(inputs.reading(setpoint).value), unit }),
  };
}

function partsOf(cause: Cause, plant: Plant): readonly Part[] {
  const { trip, alarm, channels } = cause;
  if (trip === undefined) return [];
  const { direction } = trip;
  const own = limitOf(trip.value, trip.kind === 'readable' ? trip.setpoint : undefined, plant);
  const name = channels.join(' ');
  const parts: Part[] = [];
  if (alarm !== undefined && alarm.direction === direction) {
    const first = limitOf(alarm.value, alarm.setpoint, plant);
    parts.push(
      before(`alarm before trip ${name}`, direction, first, own, {
        pass: 'checks.alarm-first',
        expected: 'checks.alarm-first-expected',
        actual: 'checks.alarm-not-first',
      }),
    );
  }
  if (trip.designLimit !== undefined) {
    parts.push(
      before(`design limit ${name}`, direction, own, limitOf(trip.designLimit, undefined, plant), {
        pass: 'checks.within-design',
        expected: 'checks.within-design-expected',
        actual: 'checks.beyond-design',
      }),
    );
  }
  for (const tag of channels) {
    const { range, unit } = pointOf(plant, tag);
    if (range === undefined || unit === undefined) continue;
    const end = direction === 'above' ? range.high : range.low;
    parts.push(
      before(`range ${tag}`, direction, own, limitOf({ value: end, unit }, undefined, plant), {
        pass: 'checks.within-range',
        expected: 'checks.within-range-expected',
        actual: 'checks.beyond-range',
      }),
    );
  }
  return parts;
}

type Words = Readonly<Record<'pass' | 'expected' | 'actual', Parameters<typeof text>[0]>>;

/** The first limit is reached before the second one, in the direction of the trip. */
function before(name: string, direction: 'above' | 'below', first: Limit, second: Limit, says: Words): Part {
  const pair = (inputs: Inputs) => {
    const b = second.value(inputs);
    const a = convert(first.value(inputs), b.unit);
    return { a: a?.value, b: b.value, unit: b.unit };
  };
  return {
    name,
    needs: [...first.needs, ...second.needs],
    undecided: (inputs) => {
      const { a, unit } = pair(inputs);
      return a === undefined
        ? text('rules.units-not-comparable', { tag: name, a: first.value(inputs).unit, b: unit })
        : undefined;
    },
    judge: (inputs) => {
      const { a = Number.NaN, b, unit } = pair(inputs);
      const words = { a: short(a), b: short(b), unit };
      return (direction === 'above' ? a < b : a > b)
        ? { says: 'pass', because: text(says.pass, words) }
        : { says: 'fail', expected: text(says.expected, words), actual: text(says.actual, words) };
    },
  };
}

function short(value: number): string {
  return String(Number(value.toPrecision(7)));
}
