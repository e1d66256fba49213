import type { Controller, HazardInstallation, Permit, Plant, Point, SafetyFunction, Sequence, Unit } from './plant.ts';

/** What is looked up in a plant again and again; a group without members is an empty list. */
export interface PlantIndex {
  readonly unit: (id: string) => Unit | undefined;
  readonly controller: (id: string | undefined) => Controller | undefined;
  readonly pointsOf: (controller: string) => readonly Point[];
  /** Points that are heartbeats, of any controller. */
  readonly heartbeats: readonly Point[];
  readonly functionsOf: (unit: string) => readonly SafetyFunction[];
  /** Functions of a unit that claim a row of the catalogue. */
  readonly coveringOf: (unit: string, row: string) => readonly SafetyFunction[];
  /** Functions that move an element to a state, each once, in the order of the plant file. */
  readonly moversOf: (element: string, to: string) => readonly SafetyFunction[];
  /** Functions that measure by a point: a channel of a cause, or the measurement of a loop. */
  readonly measuringBy: (tag: string) => readonly SafetyFunction[];
  /** Functions that move an element anywhere; an alarm moves nothing. */
  readonly moving: (element: string) => readonly SafetyFunction[];
  /** Each once, in the order of the plant file. */
  readonly inOrder: (functions: Iterable<SafetyFunction>) => readonly SafetyFunction[];
  readonly sequencesOf: (element: string) => readonly Sequence[];
  readonly permitsOf: (bypass: string) => readonly Permit[];
  readonly installationsOf: (unit: string) => readonly HazardInstallation[];
}

/** The index of a plant, made once for each: a plant never changes after it was loaded. Lists keep the order of the plant file. */
export function indexOf(plant: Plant): PlantIndex {
  const known = indices.get(plant);
  if (known !== undefined) return known;
  const index = built(plant);
  indices.set(plant, index);
  return index;
}

const indices = new WeakMap<Plant, PlantIndex>();

function built(plant: Plant): PlantIndex {
  const { units, controllers, functions, sequences, permits, hazardInstallations } = plant;
  const points = [...plant.points.values()];
  const [unit, controller] = [byId(units), byId(controllers)];
  const places = new Map(functions.map((it, place) => [it, place]));
  return {
    unit: (id) => unit.get(id),
    controller: (id) => (id === undefined ? undefined : controller.get(id)),
    pointsOf: grouped(points, (point) => [point.controller]),
    heartbeats: points.filter(({ role }) => role === 'heartbeat'),
    functionsOf: grouped(functions, (it) => [it.unit]),
    coveringOf: keyed(grouped(functions, (it) => it.covers.map((claim) => keyOf(it.unit, claim.function)))),
    moversOf: keyed(grouped(functions, (it) => it.effects.map(({ element, to }) => keyOf(element, to)))),
    measuringBy: grouped(functions, ({ causes, loop }) => [
      ...causes.flatMap(({ channels }) => channels),
      ...(loop === undefined ? [] : [loop.measurement]),
    ]),
    moving: grouped(functions, (it) => it.effects.flatMap(({ element, to }) => (to === 'alarm' ? [] : [element]))),
    inOrder: (some) => [...new Set(some)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)),
    sequencesOf: grouped(sequences, ({ elements }) => elements),
    permitsOf: grouped(permits, ({ bypass }) => [bypass]),
    installationsOf: grouped(hazardInstallations, (each) => each.units),
  };
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  // The first of two that carry one id, as a search would find it.
  return new Map(all.toReversed().map((each) => [each.id, each]));
}

/** Every member stands once in each of its groups. */
function grouped<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of new Set(keysOf(one))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return (key) => groups.get(key) ?? [];
}

function keyed<T>(of: (key: string) => readonly T[]): (first: string, second: string) => readonly T[] {
  return (first, second) => of(keyOf(first, second));
}

function keyOf(first: string, second: string): string {
  return `${first}\n${second}`;
}
