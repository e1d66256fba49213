import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { type Cause, convert, type Plant, type Trip } from '../../../plant/index.ts';
import { defineCheck, type Judgement, type Part } from '../../check.ts';
import { convertDifference } from '../convert-difference.ts';
import { pointOf } from '../discrete.ts';

/** The trip value in the controller is the approved one; only a readable trip is judged live (judgement.md §5). */
export const setpointAsApproved = defineCheck({
  name: 'setpoint-as-approved',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) =>
    it.causes.flatMap((cause) => (cause.trip === undefined ? [] : [partOf(cause, cause.trip, plant)])),
});

function partOf(cause: Cause, trip: Trip, plant: Plant): Part {
  const name = `trip ${cause.channels.join(' ')}`;
  const { approved, setpoint } = trip;
  const document = approved === undefined ? undefined : plant.documents.get(approved.document);
  if (approved === undefined || document?.file === undefined) {
    return unanswerable(name, text('rules.no-approved-value', { channels: cause.channels.join('、') }));
  }
  if (trip.kind === 'mirrored')
    return unanswerable(name, text('rules.trip-only-mirrored', { channels: cause.channels.join('、') }));
  if (trip.kind !== 'readable') {
    const because = text('rules.trip-by-document', { document: document.title });
    return { name, needs: [], judge: () => ({ says: 'pass', because }) };
  }
  if (setpoint === undefined) throw new Error(`readable trip of ${cause.channels.join(' ')} without a setpoint point`);
  const unit = pointOf(plant, setpoint).unit ?? trip.value.unit;
  const value = convert(trip.value, unit)?.value;
  const tolerance = approved.tolerance === undefined ? 0 : convertDifference(approved.tolerance, unit);
  if (value === undefined || tolerance === undefined) {
    return unanswerable(name, text('rules.units-not-comparable', { tag: setpoint, a: trip.value.unit, b: unit }));
  }
  return {
    name,
    needs: [{ kind: 'reading', tag: setpoint }],
    judge: (inputs) =>
      compare(Number(inputs.reading(setpoint).value), { value, tolerance, unit, setpoint, direction: trip.direction }),
  };
}

function compare(
  actual: number,
  approved: { value: number; tolerance: number; unit: string; setpoint: string; direction: 'above' | 'below' },
): Judgement {
  const { setpoint, unit } = approved;
  // A REAL holds 0.1 as 0.10000000149: the approved value is compared as the controller can hold it.
  const difference = actual - Math.fround(approved.value);
  if (Math.abs(difference) <= approved.tolerance + Number.EPSILON) {
    return { says: 'pass', because: text('rules.setpoint-same', { tag: setpoint, value: short(actual), unit }) };
  }
  const unsafe = approved.direction === 'above' ? difference > 0 : difference < 0;
  return {
    says: 'fail',
    expected: text('rules.setpoint-expected', { value: short(approved.value), unit }),
    actual: text(unsafe ? 'rules.setpoint-unsafe' : 'rules.setpoint-safe', {
      tag: setpoint,
      value: short(actual),
      unit,
    }),
    ...(unsafe ? {} : { side: 'safe' as const }),
  };
}

function unanswerable(name: string, lacks: Part['lacks'] & object): Part {
  return { name, needs: [], lacks, judge: () => ({ says: 'informational', because: lacks }) };
}

/** A float32 printed as a person wrote it. */
function short(value: number): string {
  return String(Number(value.toPrecision(7)));
}
