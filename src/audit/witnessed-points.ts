import type { Controller, Point } from '../plant/index.ts';
import type { AuditPlan } from './plan.ts';

/** What a wrong reading would hurt most: trip setpoints, bypasses, and the final elements with their feedback. */
const witnessedRoles: ReadonlySet<Point['role']> = new Set(['setpoint', 'bypass', 'force', 'command', 'feedback']);

/** The points of a controller that a second implementation reads again, where it is asked and may. */
export function witnessedPoints({ id }: Controller, plan: AuditPlan): readonly Point[] {
  const { watched, once } = plan.points.get(id) ?? { watched: [], once: [] };
  return [...watched, ...once].filter((point) => witnessedRoles.has(point.role));
}

/** A SIS is left alone unless its owner allowed it. */
export function mayWitness({ role, allowWitness }: Controller): boolean {
  return role !== 'sis' || allowWitness;
}
