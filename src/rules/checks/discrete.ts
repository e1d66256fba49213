import type { OnesMeaning, Plant, Point } from '../../plant/index.ts';
import type { Value } from '../../protocols/index.ts';

/** The declared point of a tag. The plant file has been cross-checked, so a missing one is our error. */
export function pointOf(plant: Plant, tag: string): Point {
  const point = plant.points.get(tag);
  if (point === undefined) throw new Error(`no point ${tag}`);
  return point;
}

/** True when a discrete point says what its one means; a number counts as one when it is 1. */
export function saysOne(value: Value): boolean {
  return value === true || value === 1 || value === 1n;
}

/** Whether a discrete point now says `meaning`: at one if it means that, at zero if it means the opposite. */
export function says(point: Point, value: Value, meaning: OnesMeaning, opposite: OnesMeaning): boolean | undefined {
  if (point.oneMeans === meaning) return saysOne(value);
  if (point.oneMeans === opposite) return !saysOne(value);
  return undefined;
}
