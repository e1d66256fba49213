import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { type Cause, convert, type Plant, type PlantDocument, type Point, type Trip } from '../../../plant/index.ts';
import { defineCheck, type Judgement, type Part } from '../../check.ts';
import { convertDifference } from '../convert-difference.ts';
import { pointOf } from '../discrete.ts';
import { unanswerable } from '../unanswerable.ts';

/** The trip value in the controller is the approved one; only a readable trip is judged live (judgement.md §5). */
export const setpointAsApproved = defineCheck({
  name: 'setpoint-as-approved',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }, _parameters, { observationDate }) =>
    it.causes.flatMap((cause) =>
      cause.trip === undefined ? [] : [partOf(cause, cause.trip, plant, it.solver, observationDate)],
    ),
});

function partOf(cause: Cause, trip: Trip, plant: Plant, solver: string | undefined, on: string): Part {
  const channels = cause.channels.join('、');
  const name = `trip ${cause.channels.join(' ')}`;
  const { approved, setpoint } = trip;
  const document = approved === undefined ? undefined : plant.documents.get(approved.document);
  if (approved === undefined || document?.file === undefined)
    return unanswerable(name, text('rules.no-approved-value', { channels }));
  // An approval that came later than the reading approves nothing that was read.
  if (document.date > on)
    return unanswerable(name, text('rules.document-later', { title: document.title, date: document.date }));
  if (trip.kind === 'mirrored') return unanswerable(name, text('rules.trip-only-mirrored', { channels }));
  if (trip.kind !== 'readable') return byDocument(name, document, on);
  if (setpoint === undefined) throw new Error(`readable trip of ${cause.channels.join(' ')} without a setpoint point`);
  const point = pointOf(plant, setpoint);
  if (solver !== undefined && point.controller !== solver)
    return unanswerable(name, text('checks.not-at-solver', { tag: setpoint, at: point.controller, solver }));
  const unit = point.unit ?? trip.value.unit;
  const value = convert(trip.value, unit)?.value;
  const tolerance = approved.tolerance === undefined ? 0 : convertDifference(approved.tolerance, unit);
  if (value === undefined || tolerance === undefined) {
    return unanswerable(name, text('rules.units-not-comparable', { tag: setpoint, a: trip.value.unit, b: unit }));
  }
  return {
    name,
    needs: [{ kind: 'reading', tag: setpoint }],
    judge: (inputs) =>
      compare(Number(inputs.reading(setpoint).value), { value, tolerance, unit, point, direction: trip.direction }),
  };
}

/** A trip that nobody can read on line rests on its document, which must be in date when the audit looks. */
function byDocument(name: string, { title, validUntil }: PlantDocument, on: string): Part {
  return {
    name,
    needs: [],
    judge: () =>
      validUntil !== undefined && validUntil < on
        ? {
            says: 'fail',
            expected: text('rules.document-expected', { title, on }),
            actual: text('rules.document-expired', { title, until: validUntil }),
          }
        : { says: 'pass', because: text('rules.trip-by-document', { document: title }) },
  };
}

function compare(
  actual: number,
  approved: { value: number; tolerance: number; unit: string; point: Point; direction: 'above' | 'below' },
): Judgement {
  const { point, unit } = approved;
  const { held, noise } = asHeld(approved.value, point);
  const difference = actual - held;
  if (Math.abs(difference) <= approved.tolerance + noise) {
    return { says: 'pass', because: text('rules.setpoint-same', { tag: point.tag, value: short(actual), unit }) };
  }
  const unsafe = approved.direction === 'above' ? difference > 0 : difference < 0;
  return {
    says: 'fail',
    expected: text('rules.setpoint-expected', { value: short(approved.value), unit }),
    actual: text(unsafe ? 'rules.setpoint-unsafe' : 'rules.setpoint-safe', {
      tag: point.tag,
      value: short(actual),
      unit,
    }),
    ...(unsafe ? {} : { side: 'safe' as const }),
  };
}

/**
 * The approved value as the controller can hold it: a REAL holds 0.1 as 0.10000000149, a scaled whole number only its
 * steps. `noise` is what the arithmetic itself may add.
 */
function asHeld(value: number, { type, scale }: Point): { readonly held: number; readonly noise: number } {
  const { factor, offset } = scale ?? { factor: 1, offset: 0 };
  const raw = (value - offset) / factor;
  const rawHeld = type === 'float32' ? Math.fround(raw) : type === 'float64' ? raw : Math.round(raw);
  const held = rawHeld * factor + offset;
  return { held, noise: Math.max(Math.abs(held), Math.abs(offset)) * 4 * Number.EPSILON };
}

/** A float32 printed as a person wrote it. */
function short(value: number): string {
  return String(Number(value.toPrecision(7)));
}
