import { convert, type Quantity } from '../../plant/index.ts';

/** A difference converts without the offset of its scale: 0.5 ℃ of tolerance is 0.9 ℉. Undefined = not comparable. */
export function convertDifference(difference: Quantity, unit: string): number | undefined {
  const high = convert(difference, unit);
  const zero = convert({ value: 0, unit: difference.unit }, unit);
  return high === undefined || zero === undefined ? undefined : Math.abs(high.value - zero.value);
}
