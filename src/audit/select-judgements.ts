import { type Plant, type SafetyFunction, tagsOf } from '../plant/index.ts';
import type { Rule, Subject } from '../rules/index.ts';
import { type PlannedJudgement, partsOf } from './planned-judgement.ts';

/** Picks what is judged: a re-inspection judges again only what a finding rested on. */
export type Selection = (rule: Rule, subject: Subject) => boolean;

/** The picked judgements, the controllers that they rest on, and the identity of each: without it nothing can be attributed. */
export function selectJudgements(
  all: readonly PlannedJudgement[],
  plant: Plant,
  isPicked: (planned: PlannedJudgement) => boolean,
): { readonly judgements: readonly PlannedJudgement[]; readonly controllers: ReadonlySet<string> } {
  const picked = new Set(all.filter(isPicked));
  const controllers = new Set([...picked].flatMap((planned) => controllersOf(planned, plant)));
  const judgements = all.filter(
    (planned) =>
      picked.has(planned) ||
      (planned.bound.rule.check.use === 'controller-identity' && controllers.has(planned.subject.id)),
  );
  return { judgements, controllers };
}

/** The units whose state a judgement may hang on. */
export function unitsOf({ subject }: PlannedJudgement): readonly string[] {
  switch (subject.kind) {
    case 'safety-function':
      return [subject.function.unit];
    case 'unit':
      return [subject.id];
    case 'required-function':
      return [subject.required.unit.id];
    default:
      return [];
  }
}

/** The safety function that a judgement is about: when it is active may hang on points of its own. */
export function functionsOf({ subject }: PlannedJudgement): readonly SafetyFunction[] {
  return subject.kind === 'safety-function' ? [subject.function] : [];
}

/** The controllers that a judgement rests on, by its needs and by the state of its unit. */
export function controllersOf(planned: PlannedJudgement, plant: Plant): readonly string[] {
  const units = unitsOf(planned);
  const stateTags = plant.units.flatMap(({ id, state }) =>
    units.includes(id) && state?.by === 'expression' ? tagsOf(state) : [],
  );
  const activeTags = functionsOf(planned).flatMap(({ activeWhen: running }) =>
    running === undefined ? [] : tagsOf({ running }),
  );
  const needs = partsOf(planned).flatMap((part) => part.needs);
  const tags = [...needs.flatMap((need) => ('tag' in need ? [need.tag] : [])), ...stateTags, ...activeTags];
  return [
    ...needs.flatMap((need) => ('controller' in need ? [need.controller] : [])),
    ...tags.flatMap((tag) => plant.points.get(tag)?.controller ?? []),
  ];
}
