import { fileURLToPath } from 'node:url';
import { text } from '../../messages/index.ts';
import { loadPlant, type Plant, type SafetyFunction } from '../../plant/index.ts';
import type { Value } from '../../protocols/index.ts';
import type { DemandFacts } from './demand-facts.ts';
import { DemandTracker } from './demand-tracker.ts';
import type { Look } from './look.ts';
import { watchedTags } from './watched-points.ts';

const loaded = loadPlant(fileURLToPath(new URL('../../../fixtures/plants/chlorination/plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the plant file has faults');

/** The chlorination unit as its plant file declares it. */
export const plant: Plant = loaded.plant;

/** A function of a plant. */
export function functionOf(id: string, of: Plant = plant): SafetyFunction {
  const found = of.functions.find((it) => it.id === id);
  if (found === undefined) throw new Error(`no function ${id}`);
  return found;
}

/** What a point shows from a moment on, ms; `lost` = nothing that may be judged. */
export type Script = Readonly<Record<string, readonly (readonly [fromMs: number, is: Value | 'lost'])[]>>;

/** What every point of the unit shows in operation. */
export const operation: Readonly<Record<string, Value>> = Object.fromEntries(
  [...plant.points.values()].map(({ tag, type, unit, role }) => {
    if (type === 'bool')
      return [
        tag,
        /\.(CMD|ZSO)$/.test(tag) ? tag !== 'XZV-103.ZSO' && tag !== 'XZV-106.ZSO' : /^XZV-10[36]\.ZSC$/.test(tag),
      ];
    if (role === 'setpoint') {
      const trip = plant.functions.flatMap(({ causes }) => causes).find((cause) => cause.trip?.setpoint === tag)?.trip;
      return [tag, trip?.value.value ?? 0];
    }
    return [tag, unit === '℃' ? 85 : unit === 'rpm' ? 90 : unit === 'MPa(g)' ? 0.12 : unit === 'm3/m3' ? 2 : 0];
  }),
);

/** Looks at a script every `everyMs`, each request taking `takesMs`, until `untilMs`. */
export function watched(
  it: SafetyFunction,
  script: Script,
  { everyMs = 250, takesMs = 20, untilMs = 20_000, of = plant, startMs = 0, without = '' } = {},
): DemandFacts {
  const tracker = new DemandTracker(it, of);
  const tags = [...watchedTags(it, of)].filter((tag) => tag !== without);
  for (let sentMs = startMs; sentMs <= untilMs; sentMs += everyMs) {
    const atMs = sentMs + takesMs / 2;
    tracker.take(
      tags.map((tag): Look => {
        const is = (script[tag] ?? []).findLast(([fromMs]) => fromMs <= atMs)?.[1] ?? operation[tag] ?? 0;
        const look = { tag, sentMs, receivedMs: sentMs + takesMs };
        return is === 'lost' ? { ...look, why: text('audit.never-read') } : { ...look, value: is };
      }),
    );
  }
  return tracker.facts;
}
