import type { Point } from '../../plant/index.ts';
import type { Reading, Value } from '../../protocols/index.ts';
import { printable } from './printable.ts';
import type { Voice } from './voice.ts';

/** A reading's value for people, in engineering units; a discrete point at 1 says what one means. Never empty. */
export function valueText(reading: Reading, point: Point | undefined, voice: Voice): string {
  const { value } = reading;
  if (typeof value === 'boolean') {
    const means = value && point?.oneMeans !== undefined ? voice.say(`report.one-${point.oneMeans}`) : undefined;
    return means === undefined ? String(Number(value)) : voice.say('report.one-means', { means });
  }
  if (typeof value === 'string') return `“${printable(value)}”`;
  if (typeof value === 'bigint') return point?.scale === undefined ? String(value) : numberText(scaled(value, point));
  if (!Number.isFinite(value)) return voice.say('report.not-finite', { value: String(value) });
  if (point?.scale !== undefined) return numberText(scaled(value, point));
  return reading.type === 'float32' ? float32Text(value) : numberText(value);
}

function scaled(value: Exclude<Value, string | boolean>, point: Point): number {
  return Number(value) * (point.scale?.factor ?? 1) + (point.scale?.offset ?? 0);
}

/** Binary fractions that a multiplication leaves behind are no digits of the instrument. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** The shortest decimal that is this float32 and no other. */
function float32Text(value: number): string {
  for (let digits = 6; digits <= 9; digits += 1) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === Math.fround(value)) return String(shorter);
  }
  return String(value);
}
