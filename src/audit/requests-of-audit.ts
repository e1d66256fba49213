import type { Plant } from '../plant/index.ts';
import { bindRules, type Catalogue, type Pack } from '../rules/index.ts';
import { type PlanWishes, planAudit, type Window } from './plan.ts';
import { type ControllerRequests, planRequests } from './request-plan.ts';

/** Everything that an audit of these rules would send, per controller, over its window; connects to nothing. */
export function requestsOfAudit(
  plant: Plant,
  catalogue: Catalogue,
  packs: readonly Pack[],
  {
    observationDate,
    lawDate = observationDate,
    witness = false,
    ...wishes
  }: {
    readonly observationDate: string;
    readonly lawDate?: string | undefined;
    /** Whether a second implementation is asked for. */
    readonly witness?: boolean | undefined;
  } & Pick<PlanWishes, 'windowMs' | 'everyMs' | 'only'>,
): { readonly window: Window; readonly controllers: readonly ControllerRequests[] } {
  const plan = planAudit(plant, catalogue, bindRules(packs, lawDate), { observationDate, lawDate }, wishes);
  return {
    window: plan.window,
    controllers: plant.controllers
      .filter(({ id }) => plan.controllers?.has(id) ?? true)
      .map((controller) => planRequests(controller, plan, witness)),
  };
}
