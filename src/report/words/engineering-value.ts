import type { Point } from '../../plant/index.ts';
import type { Reading } from '../../protocols/index.ts';

/** A numeric reading in the unit of its point; undefined for what no curve can show: texts and numbers that are not finite. */
export function engineeringValue({ value }: Reading, point: Point | undefined): number | undefined {
  if (typeof value === 'string') return undefined;
  const number = Number(value) * (point?.scale?.factor ?? 1) + (point?.scale?.offset ?? 0);
  return Number.isFinite(number) ? number : undefined;
}
