import { text } from '../messages/index.ts';
import type { Plant } from '../plant/index.ts';
import { describeFault } from '../protocols/index.ts';
import type { Need, RecordReach, Sample } from '../rules/index.ts';
import type { Missing } from './outcome.ts';
import type { Observed } from './vouch.ts';

/** A need of what stands behind the values of a point. */
export type PostureNeed = Extract<Need, { readonly kind: 'access' | 'history' }>;

/** What is known behind a point, or why it is not; the entry of its controller is the evidence. */
export type VouchedBehind =
  | { readonly writable: boolean; readonly evidence: readonly number[] }
  | { readonly reach: RecordReach; readonly evidence: readonly number[] }
  | { readonly missing: Missing; readonly evidence: readonly number[] };

/** Vouches for access or records of a point. What was not asked, not served or not answered is missing, and so are no records at all. */
export function vouchBehind(
  need: PostureNeed,
  plant: Plant,
  observed: Observed,
  unattributable: ReadonlySet<string>,
): VouchedBehind {
  const point = plant.points.get(need.tag);
  if (point === undefined) throw new Error(`a check needs ${need.tag}, which is no point`);
  const seen = observed.get(point.controller)?.controller;
  const evidence = seen === undefined ? [] : [seen.evidence];
  const miss = (why: Missing['why']): VouchedBehind => ({ missing: { of: need.tag, why }, evidence });
  if (unattributable.has(point.controller)) return miss(text('audit.unattributable', { controller: point.controller }));
  if (need.kind === 'access') {
    const said = seen?.access?.find(({ tag }) => tag === need.tag);
    if (said === undefined) return miss(text('audit.never-read'));
    return 'fault' in said ? miss(describeFault(said.fault)) : { writable: said.writable, evidence };
  }
  const said = seen?.history?.find(({ tag, days }) => tag === need.tag && days === need.days);
  if (said === undefined) return miss(text('audit.never-read'));
  if ('fault' in said) return miss(describeFault(said.fault));
  if (said.oldest === undefined) return miss(text('audit.no-records', { tag: need.tag }));
  return { reach: { reachesBack: said.oldest <= said.from, oldestAtMs: said.oldest }, evidence };
}

/**
 * What a controller recorded of a switch before the window, oldest first, by our clock. Nothing where it keeps no records, is
 * not the declared one, or was not asked: that is no doubt about what was seen.
 */
export function pastOf(
  tag: string,
  plant: Plant,
  observed: Observed,
  unattributable: ReadonlySet<string>,
): { readonly samples: readonly Sample[]; readonly evidence: readonly number[] } {
  const point = plant.points.get(tag);
  const collected = point === undefined ? undefined : observed.get(point.controller);
  if (point === undefined || collected === undefined || unattributable.has(point.controller)) return nothing;
  const { past, clockOffsetMs = 0, evidence } = collected.controller;
  const said = past?.find((each) => each.tag === tag);
  if (said === undefined || 'fault' in said) return nothing;
  const begun = collected.observations.get(tag)?.at(0)?.at.utc;
  if (begun === undefined) return nothing;
  const samples: Sample[] = [];
  for (const { value, at } of said.records) {
    // A value that is neither on nor off says nothing, and so nothing before it is known to have held on.
    if (typeof value !== 'boolean' && Number(value) !== 0 && Number(value) !== 1) break;
    const atMs = at - clockOffsetMs;
    if (atMs < begun) samples.unshift({ value, atMs });
  }
  return samples.length === 0 ? nothing : { samples, evidence: [evidence] };
}

const nothing = { samples: [], evidence: [] } as const;
