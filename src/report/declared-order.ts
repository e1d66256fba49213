import type { AuditRecord } from '../audit/index.ts';

/** Things about controllers in the order in which the plant file declares them; an audit records them as they end. */
export function inDeclaredOrder<T>(
  things: readonly T[],
  { plant }: Pick<AuditRecord, 'plant'>,
  controllerOf: (thing: T) => string,
): readonly T[] {
  const place = new Map(plant.controllers.map(({ id }, index) => [id, index]));
  const placeOf = (thing: T) => place.get(controllerOf(thing)) ?? place.size;
  return [...things].sort((a, b) => placeOf(a) - placeOf(b));
}
