import { convert, type Plant, type Point, type Quantity } from '../../../plant/index.ts';
import type { Value } from '../../../protocols/index.ts';
import type { Subject } from '../../subject.ts';

/** What an expression may name: a declared value, a reading of a point, or something that nobody declared. */
export type Operand =
  | { readonly kind: 'value'; readonly value: number | boolean }
  | { readonly kind: 'reading'; readonly tag: string; readonly of: (value: Value) => number | boolean }
  | { readonly kind: 'absent' };

/** One comparison: what it is about, and its operands by role. */
export interface Comparison {
  readonly name: string;
  readonly operands: Readonly<Record<string, Operand>>;
}

/** The roles that an expression may name, by the kind of the subject; the type is CEL's. */
export const rolesOf = {
  enterprise: {},
  unit: {},
  'hazard-installation': { grade: 'double' },
  controller: { endpoints: 'double' },
  'required-function': {},
  'safety-function': {
    sil: 'double',
    safety_time_s: 'double',
    response_s: 'double',
    channels: 'double',
    needed: 'double',
    delay_s: 'double',
    value: 'double',
    trip: 'double',
    alarm: 'double',
    range_low: 'double',
    range_high: 'double',
  },
  'gas-detector': {
    value: 'double',
    level1: 'double',
    level2: 'double',
    range_high: 'double',
    oel: 'double',
    idlh: 'double',
    distance: 'double',
    enclosed: 'bool',
  },
} as const satisfies Readonly<Record<Subject['kind'], Readonly<Record<string, 'double' | 'bool'>>>>;

/** The comparisons of a subject: one, or one for each cause of a safety function. */
export function operandsOf(
  subject: Subject,
  each: 'cause' | undefined,
  unit: string | undefined,
): readonly Comparison[] {
  const { plant } = subject;
  switch (subject.kind) {
    case 'controller':
      return [{ name: subject.id, operands: { endpoints: number(subject.controller.endpoints.length) } }];
    case 'hazard-installation':
      return [{ name: subject.id, operands: { grade: number(subject.installation.level) } }];
    case 'gas-detector': {
      const { tag, level1, level2, oel, idlh, distance, enclosed } = subject.detector;
      // Levels and limits are brought to the unit of the detector itself, so that they can be compared.
      const own = unit ?? plant.points.get(tag)?.unit;
      return [
        {
          name: subject.id,
          operands: {
            value: reading(tag, plant, own),
            level1: reading(level1, plant, own),
            level2: reading(level2, plant, own),
            range_high: rangeOf(plant.points.get(tag), 'high', own),
            oel: quantity(oel, own),
            idlh: quantity(idlh, own),
            distance: quantity(distance, 'm'),
            enclosed: enclosed === undefined ? absent : { kind: 'value', value: enclosed },
          },
        },
      ];
    }
    case 'safety-function': {
      const { sil, safetyTimeMs, causes, effects } = subject.function;
      // An alarm has no way to go; with no final element at all there is no response to speak of.
      const moving = effects.filter(({ to }) => to !== 'alarm');
      const slowest =
        moving.length === 0 ? Number.NaN : Math.max(...moving.map((effect) => effect.withinMs ?? Number.NaN));
      const whole = {
        sil: number(sil),
        safety_time_s: seconds(safetyTimeMs),
        response_s: seconds(slowest + Math.max(0, ...causes.map((cause) => cause.delayMs ?? 0))),
      };
      if (each === undefined) return [{ name: subject.id, operands: whole }];
      return causes.map((cause) => {
        const [first] = cause.channels;
        const point = first === undefined ? undefined : plant.points.get(first);
        const own = unit ?? point?.unit;
        return {
          name: cause.channels.join(' '),
          operands: {
            ...whole,
            channels: number(cause.vote.of),
            needed: number(cause.vote.needed),
            delay_s: seconds(cause.delayMs ?? 0),
            value: reading(first, plant, own),
            trip: cause.trip?.kind === 'readable' ? reading(cause.trip.setpoint, plant, own) : absent,
            alarm: reading(cause.alarm?.setpoint, plant, own),
            range_low: rangeOf(point, 'low', own),
            range_high: rangeOf(point, 'high', own),
          },
        };
      });
    }
    default:
      return [{ name: subject.id, operands: {} }];
  }
}

const absent: Operand = { kind: 'absent' };

function number(value: number | undefined): Operand {
  return value === undefined ? absent : { kind: 'value', value };
}

function seconds(ms: number | undefined): Operand {
  return ms === undefined || Number.isNaN(ms) ? absent : { kind: 'value', value: ms / 1000 };
}

function quantity(of: Quantity | undefined, unit: string | undefined): Operand {
  return number(of === undefined || unit === undefined ? of?.value : convert(of, unit)?.value);
}

function rangeOf(point: Point | undefined, end: 'low' | 'high', unit: string | undefined): Operand {
  const { range, unit: own } = point ?? {};
  return range === undefined ? absent : quantity({ value: range[end], unit: own ?? '' }, unit ?? own);
}

/** A reading brought to a unit; one that cannot be brought there is as good as undeclared. */
function reading(tag: string | undefined, plant: Plant, unit: string | undefined): Operand {
  const point = tag === undefined ? undefined : plant.points.get(tag);
  if (tag === undefined || point === undefined) return absent;
  if (point.oneMeans !== undefined) return { kind: 'reading', tag, of: (value) => Number(value) === 1 };
  const own = point.unit ?? '';
  const to = unit ?? own;
  if (convert({ value: 0, unit: own }, to) === undefined) return absent;
  return { kind: 'reading', tag, of: (value) => convert({ value: Number(value), unit: own }, to)?.value ?? Number.NaN };
}
