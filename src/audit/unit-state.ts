import { evaluateState, type Plant, tagsOf, type Unit } from '../plant/index.ts';
import type { Value } from '../protocols/index.ts';
import type { UnitStateWord } from '../rules/index.ts';
import type { EvidenceLog } from './evidence.ts';
import type { UnitStateRecord } from './record.ts';
import { usable } from './usable.ts';
import { isOutdated, type Observed } from './vouch.ts';

/** The state of every unit: from its expression over usable readings, from a declaration in force, else unknown. Recorded as evidence. */
export function unitStates(
  plant: Plant,
  observed: Observed,
  unattributable: ReadonlySet<string>,
  observedAtMs: number,
  log: EvidenceLog,
): readonly UnitStateRecord[] {
  return plant.units.map((unit) => {
    const from = unit.state?.by === 'expression' ? tagsOf(unit.state) : [];
    const body = {
      unit: unit.id,
      is: stateOf(unit, observedAtMs, usableValues(plant, observed, unattributable, 'last')),
      was: stateOf(unit, observedAtMs, usableValues(plant, observed, unattributable, 'first')),
      from,
      ...(unit.state?.by === 'declaration' ? { declaredBy: unit.state.person } : {}),
    };
    return { ...body, evidence: log.append('unit-state', body) };
  });
}

function stateOf(unit: Unit, observedAtMs: number, value: (tag: string) => Value | undefined): UnitStateWord {
  const { state } = unit;
  if (state === undefined) return 'unknown';
  if (state.by === 'declaration') {
    return state.from <= observedAtMs && observedAtMs <= state.to ? state.is : 'unknown';
  }
  const starting = state.starting === undefined ? 'false' : evaluateState(state.starting, value);
  if (starting === 'true') return 'starting';
  const running = evaluateState(state.running, value);
  // A start-up goes before what the other expression says: where nobody can tell of it, a unit is not known to stand still.
  if (starting === 'unknown') return running === 'true' ? 'operating' : 'unknown';
  if (running === 'unknown') return 'unknown';
  return running === 'true' ? 'running' : 'stopped';
}

/** The usable value of a tag, at the end of the window or at its beginning; undefined where there is none. */
export function usableValues(
  plant: Plant,
  observed: Observed,
  unattributable: ReadonlySet<string>,
  which: 'first' | 'last' = 'last',
): (tag: string) => Value | undefined {
  return (tag) => {
    const point = plant.points.get(tag);
    if (point === undefined || unattributable.has(point.controller)) return undefined;
    const collected = observed.get(point.controller);
    if (collected?.distrusted?.has(tag) || isOutdated(collected, observed)) return undefined;
    const all = collected?.observations.get(tag);
    const seen = which === 'last' ? all?.at(-1) : all?.at(0);
    const result = usable(point, seen, collected?.controller.clockOffsetMs ?? 0);
    return result.usable ? result.sample.value : undefined;
  };
}
