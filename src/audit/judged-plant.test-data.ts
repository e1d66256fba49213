import type { Plant } from '../plant/index.ts';
import { bindRules, type Catalogue, type Pack } from '../rules/index.ts';
import { conclude } from './conclude.ts';
import { coverageOf } from './coverage.ts';
import { judge } from './judge.ts';
import { planAudit } from './plan.ts';
import { collected } from './run-cases.ts';
import { judgedAs, sayOnce } from './say-once.ts';
import { MemoryLog } from './store/index.ts';
import { unitStates } from './unit-state.ts';

/** An audit of readings that are given, without any controller: the outcomes, the coverage and the conclusion. */
export function judgedPlant(
  plant: Plant,
  {
    catalogue,
    packs,
    lawDate,
  }: { readonly catalogue: Catalogue; readonly packs: readonly Pack[]; readonly lawDate: string },
  readings: Parameters<typeof collected>[4],
) {
  const at = Date.parse('2018-02-01T10:00:00+08:00');
  const dates = { observationDate: '2018-02-01', lawDate };
  const plan = planAudit(plant, catalogue, bindRules(packs, lawDate), dates);
  const observed = new Map(
    plant.controllers.map(({ id }) => [id, collected(id, plant, at, plan.window.ms, readings, {})]),
  );
  const states = unitStates(plant, observed, new Set(), at, new MemoryLog());
  const context = { plant, observed, unattributable: new Set<string>(), unitStates: states, ...dates };
  const checked = sayOnce(plan.judgements.map((planned) => judgedAs(planned, judge(planned, context))));
  const outcomes = checked.map(({ outcome }) => outcome);
  const coverage = coverageOf(plan.plant, catalogue, checked);
  return { outcomes, coverage, conclusion: conclude(outcomes, coverage) };
}
