import { createHash } from 'node:crypto';
import type { Plant, SafetyFunction } from '../../plant/index.ts';
import { watchedTags } from '../../rules/index.ts';
import { toCanonical } from '../canonical.ts';

/** SHA-256 over everything declared that a demand is seen and judged by: where it differs, an older record says nothing. */
export function declarationOf(it: SafetyFunction, plant: Plant): string {
  const { declaredAt: _, proofTest: __, logicChanged: ___, covers: ____, ...declared } = it;
  const points = [...watchedTags(it, plant)].sort().flatMap((tag) => {
    const point = plant.points.get(tag);
    if (point === undefined) return [];
    const { declaredAt: _place, description: _words, ...rest } = point;
    return [rest];
  });
  return createHash('sha256').update(toCanonical({ declared, points })).digest('hex');
}
