import type { Plant } from '../plant/index.ts';
import { noTraffic } from '../protocols/index.ts';
import type { Collected } from './collect.ts';
import { type AuditPlan, roundsOf } from './plan.ts';
import type { AuditRecord } from './record.ts';
import { controllersOf } from './select-judgements.ts';

/** When an unfinished record was last written by a controller's answer or request, ms since 1970. */
export function lastHeardMs({ header, exchanges, observations }: AuditRecord): number {
  let last = Date.parse(header.startedAt);
  for (const { sent, received } of exchanges) last = Math.max(last, sent.utc, received?.utc ?? 0);
  for (const { at } of observations) last = Math.max(last, at.utc);
  return last;
}

/**
 * The controllers that need not be read again: read to the end of the window, less than a window ago, and judged together
 * with none that must be: causes and effects are never compared across a gap.
 */
export function keptControllers(
  record: AuditRecord,
  plan: AuditPlan,
  plant: Plant,
  nowMs: number,
): ReadonlySet<string> {
  const kept = new Set(
    record.controllers.flatMap(({ id, fault, sampling, standby }) => {
      const isWhole = (sampling?.rounds ?? 1) === roundsOf(plan, id).after + 1;
      const own = record.observations.filter(({ tag }) => plant.points.get(tag)?.controller === id);
      const isCut = own.some((each) => each.kind === 'silence' && each.fault.kind === 'stopped');
      const lastMs = own.reduce((last, { at }) => Math.max(last, at.utc), 0);
      const isFresh = nowMs - lastMs <= plan.window.ms;
      const saidAll = standby.every((each) => each.fault?.kind !== 'stopped');
      return fault === undefined && isWhole && !isCut && isFresh && saidAll ? [id] : [];
    }),
  );
  const together = plan.judgements.map((planned) => controllersOf(planned, plant));
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const controllers of together)
      if (controllers.some((id) => !kept.has(id))) for (const id of controllers) kept.delete(id);
  }
  return kept;
}

/** What was collected of a controller before the interruption, as its record holds it; it sends nothing more. */
export function collectedBefore(record: AuditRecord, plant: Plant, id: string): Collected {
  const controller = record.controllers.find((each) => each.id === id);
  if (controller === undefined) throw new Error(`${id} was not read before`);
  const observations = new Map<string, AuditRecord['observations'][number][]>();
  for (const observation of record.observations) {
    if (plant.points.get(observation.tag)?.controller !== id) continue;
    const own = observations.get(observation.tag);
    if (own === undefined) observations.set(observation.tag, [observation]);
    else own.push(observation);
  }
  return { controller, traffic: { controller: id, ...noTraffic }, observations };
}
