import type { Plant, SafetyFunction } from '../../plant/index.ts';
import { watchedTags } from '../../rules/index.ts';
import type { AuditPlan } from '../plan.ts';
import { type ControllerRequests, planRequests } from '../request-plan.ts';

/** How long to watch at most, and how often to look, ms. */
export interface WatchWindow {
  readonly forMs: number;
  readonly everyMs: number;
}

/** The points of some functions, read in every round; nothing else is asked. Connects to nothing. */
export function planWatch(
  plant: Plant,
  functions: readonly SafetyFunction[],
  { forMs, everyMs }: WatchWindow,
): AuditPlan & { readonly controllers: ReadonlySet<string> } {
  const tags = new Set(functions.flatMap((it) => [...watchedTags(it, plant)]));
  const points = new Map(
    plant.controllers.flatMap(({ id }) => {
      const watched = [...plant.points.values()].filter((point) => point.controller === id && tags.has(point.tag));
      return watched.length === 0 ? [] : [[id, { watched, once: [] }] as const];
    }),
  );
  return {
    judgements: [],
    window: { ms: forMs, everyMs },
    subscribes: true,
    points,
    controllers: new Set(points.keys()),
  };
}

/** Everything that watching these functions sends at most, per controller. */
export function requestsOfWatch(
  plant: Plant,
  functions: readonly SafetyFunction[],
  window: WatchWindow,
): readonly ControllerRequests[] {
  const plan = planWatch(plant, functions, window);
  return plant.controllers
    .filter(({ id }) => plan.controllers.has(id))
    .map((controller) => planRequests(controller, plan));
}
