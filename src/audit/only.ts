import type { Plant } from '../plant/index.ts';
import type { BoundRule } from '../rules/index.ts';
import { type PlannedJudgement, partsOf } from './planned-judgement.ts';

/** What one `--only` may name. */
export const selectorKinds = ['unit', 'controller', 'function', 'rule'] as const;
export type SelectorKind = (typeof selectorKinds)[number];

/** One thing that an audit is confined to. */
export interface Selector {
  readonly kind: SelectorKind;
  readonly id: string;
}

/** The ids that a selector of each kind may name, of this plant and these rules. */
export function selectable(
  plant: Plant,
  rules: readonly BoundRule[],
): Readonly<Record<SelectorKind, readonly string[]>> {
  return {
    unit: plant.units.map(({ id }) => id),
    controller: plant.controllers.map(({ id }) => id),
    function: plant.functions.map(({ id }) => id),
    rule: rules.map(({ rule }) => rule.id),
  };
}

/**
 * Which judgements are asked for. Units, controllers and functions add up; rules narrow them, or stand for themselves
 * where nothing else is named. A controller stands for itself and for everything that rests on what it says; a function
 * or a unit also for the required functions that it covers or has.
 */
export function isAskedFor(only: readonly Selector[], plant: Plant): (planned: PlannedJudgement) => boolean {
  const idsOf = (kind: SelectorKind) => new Set(only.filter((each) => each.kind === kind).map(({ id }) => id));
  const [units, controllers, functions, rules] = [idsOf('unit'), idsOf('controller'), idsOf('function'), idsOf('rule')];
  const wantsAll = units.size + controllers.size + functions.size === 0;
  return (planned) => {
    if (rules.size > 0 && !rules.has(planned.bound.rule.id)) return false;
    return wantsAll || isAbout(planned, { units, controllers, functions }, plant);
  };
}

interface Wanted {
  readonly units: ReadonlySet<string>;
  readonly controllers: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

function isAbout(planned: PlannedJudgement, { units, controllers, functions }: Wanted, plant: Plant): boolean {
  const { subject } = planned;
  const restsOn = () =>
    partsOf(planned)
      .flatMap(({ needs }) => needs)
      .some((need) => {
        if (need.kind === 'witnessed') return false;
        const controller = 'tag' in need ? plant.points.get(need.tag)?.controller : need.controller;
        return controller !== undefined && controllers.has(controller);
      });
  const isWanted = (it: Plant['functions'][number]) =>
    functions.has(it.id) || (it.solver !== undefined && controllers.has(it.solver));
  switch (subject.kind) {
    case 'unit':
      return units.has(subject.id) || restsOn();
    case 'controller':
      return controllers.has(subject.id);
    case 'safety-function':
      return units.has(subject.function.unit) || isWanted(subject.function) || restsOn();
    case 'required-function':
      return units.has(subject.required.unit.id) || subject.coveredBy.some(isWanted) || restsOn();
    case 'gas-detector':
      return units.has(subject.detector.unit) || restsOn();
    case 'hazard-installation':
      return subject.installation.units.some((unit) => units.has(unit)) || restsOn();
    case 'enterprise':
      return restsOn();
  }
}
