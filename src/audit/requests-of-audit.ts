import type { Plant } from '../plant/index.ts';
import { bindRules, type Catalogue, type Pack } from '../rules/index.ts';
import { planAudit, type Window } from './plan.ts';
import { type ControllerRequests, planRequests } from './request-plan.ts';

/** Everything that an audit of these rules would send, per controller, over its window; connects to nothing. */
export function requestsOfAudit(
  plant: Plant,
  catalogue: Catalogue,
  packs: readonly Pack[],
  {
    observationDate,
    lawDate = observationDate,
    windowMs,
    witness = false,
  }: {
    readonly observationDate: string;
    readonly lawDate?: string | undefined;
    readonly windowMs?: number | undefined;
    /** Whether a second implementation is asked for. */
    readonly witness?: boolean | undefined;
  },
): { readonly window: Window; readonly controllers: readonly ControllerRequests[] } {
  const plan = planAudit(plant, catalogue, bindRules(packs, lawDate), { observationDate, lawDate }, windowMs);
  return {
    window: plan.window,
    controllers: plant.controllers.map((controller) => planRequests(controller, plan, witness)),
  };
}
