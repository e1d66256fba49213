import { fewestTelegrams } from './fewest-telegrams.ts';
import type { Item } from './read-var.ts';
import type { Run } from './run.ts';
import {
  alone,
  type Draft,
  itemsOf,
  type Limits,
  mergedWith,
  placeOf,
  replyItemBytes,
  roomOf,
  type Telegram,
} from './telegram.ts';

/**
 * Merges neighbouring runs into blocks and packs them into few requests: the fewest there can be where the map is small, within
 * 5 % of a bound that none undercuts where it is large (plan.test.ts). A gap is bridged only where that saves requests. A run is never split.
 */
export function planMerged(runs: readonly Run[], limits: Limits): readonly Telegram[] {
  const sorted = runs.toSorted(byPlace);
  const extents = outermost(sorted);
  const candidates = bridges(extents, limits.gapBytes).flatMap((gapBytes) => {
    const its = { ...limits, gapBytes };
    return [
      filled(extents, its),
      filled(extents, its, mostLookedAhead),
      packed(itemsOf(extents, its).toSorted(longestFirst), limits.pduBytes),
    ];
  });
  const few = candidates.reduce((best, plan) => (plan.length < best.length ? plan : best));
  return withAll(sorted, fewestTelegrams(extents, limits, few));
}

/** Asks for every run as an item of its own, so that each gets its own return code. */
export function planApart(runs: readonly Run[], { pduBytes }: Limits): readonly Telegram[] {
  return packed(runs.map(alone), pduBytes);
}

function byPlace(a: Run, b: Run): number {
  return a.area < b.area ? -1 : a.area > b.area ? 1 : a.db - b.db || a.start - b.start || b.length - a.length;
}

function longestFirst(a: Item, b: Item): number {
  return b.length - a.length;
}

/** Without the runs that lie within another one, which carries them; what remains follows in start and in end. */
function outermost(sorted: readonly Run[]): readonly Run[] {
  const kept: Run[] = [];
  for (const run of sorted) {
    const last = kept.at(-1);
    if (last === undefined || !carries(last, run)) kept.push(run);
  }
  return kept;
}

function carries(outer: Item, { area, db, start, length }: Item): boolean {
  const isSamePlace = outer.area === area && outer.db === db;
  return isSamePlace && start >= outer.start && start + length <= outer.start + outer.length;
}

const mostBridgesTried = 12;

/** The gaps worth trying as the widest one to be bridged: none, and some of those that there are up to what is allowed. */
function bridges(extents: readonly Run[], allowed: number): readonly number[] {
  const gaps = extents.flatMap((run, at) => {
    const next = extents[at + 1];
    if (next === undefined || next.area !== run.area || next.db !== run.db) return [];
    const gap = next.start - run.start - run.length;
    return gap > 0 && gap <= allowed ? [gap] : [];
  });
  const distinct = [...new Set(gaps)].toSorted((a, b) => a - b);
  const step = Math.ceil(distinct.length / mostBridgesTried);
  return [0, ...distinct.filter((_, at) => (at + 1) % step === 0 || at === distinct.length - 1)];
}

/** A telegram that is being put together, and the bytes of its reply that are still free. */
interface Growing<I extends Item> {
  readonly items: I[];
  freeBytes: number;
}

/** So many of the runs that follow are looked at for one that fills what is left of a telegram. */
const mostLookedAhead = 200;

/**
 * Fills one telegram after the other to the brim, in order of place; a run that does not fit goes on in the next one. What it
 * leaves free is filled with the longest runs that fit of the next `ahead`.
 */
function filled(extents: readonly Run[], limits: Limits, ahead = 0): readonly Draft[] {
  const room = roomOf(limits.pduBytes);
  const telegrams: Growing<Item>[] = [];
  const isTaken = new Set<number>();
  for (const [at, run] of extents.entries()) {
    if (isTaken.has(at)) continue;
    const current = telegrams.at(-1);
    if (current !== undefined && tookIn(current, run, limits)) continue;
    if (current !== undefined) {
      for (let other = fitting(at); other !== undefined; other = fitting(at)) {
        const [index, longest] = other;
        if (!tookIn(current, longest, limits)) break;
        isTaken.add(index);
      }
    }
    telegrams.push({ items: [placeOf(run)], freeBytes: room.replyBytes - replyItemBytes(run.length) });
  }
  return telegrams.map(({ items }) => items);

  /** The longest of the runs behind this one that the last telegram has room for. */
  function fitting(at: number): readonly [number, Run] | undefined {
    const current = telegrams.at(-1);
    if (current === undefined || current.items.length >= room.items) return undefined;
    let best: readonly [number, Run] | undefined;
    for (let index = at + 1; index <= at + ahead; index += 1) {
      const run = extents[index];
      if (run === undefined) break;
      const isBetter = run.length > (best?.[1].length ?? 0) && replyItemBytes(run.length) <= current.freeBytes;
      if (isBetter && !isTaken.has(index)) best = [index, run];
    }
    return best;
  }
}

/** Puts a run into a telegram, merged with its last item where that may be; false where there is no room. */
function tookIn(telegram: Growing<Item>, run: Run, limits: Limits): boolean {
  const last = telegram.items.at(-1);
  const merged = last && mergedWith(last, run, limits);
  const growth = last && merged && replyItemBytes(merged.length) - replyItemBytes(last.length);
  const takes = replyItemBytes(run.length);
  if (merged && growth !== undefined && growth <= telegram.freeBytes) {
    telegram.items[telegram.items.length - 1] = merged;
    telegram.freeBytes -= growth;
    return true;
  }
  if (telegram.items.length >= roomOf(limits.pduBytes).items || takes > telegram.freeBytes) return false;
  telegram.items.push(placeOf(run));
  telegram.freeBytes -= takes;
  return true;
}

/** Puts every item into the first telegram that has room for it. */
function packed<I extends Item>(items: readonly I[], pduBytes: number): readonly (readonly I[])[] {
  const room = roomOf(pduBytes);
  const telegrams: Growing<I>[] = [];
  const open: Growing<I>[] = [];
  for (const item of items) {
    const takes = replyItemBytes(item.length);
    const at = open.findIndex(({ freeBytes }) => freeBytes >= takes);
    const roomy = open[at] ?? { items: [], freeBytes: room.replyBytes };
    if (at === -1) {
      telegrams.push(roomy);
      open.push(roomy);
    }
    roomy.items.push(item);
    roomy.freeBytes -= takes;
    if (roomy.items.length >= room.items) open.splice(open.indexOf(roomy), 1);
  }
  return telegrams.map((telegram) => telegram.items);
}

/** Puts every run into an item that carries its bytes. */
function withAll(runs: readonly Run[], drafts: readonly Draft[]): readonly Telegram[] {
  const telegrams = drafts.map((draft) => draft.map((item) => ({ ...item, runs: [] as Run[] })));
  const byPart = new Map<string, (typeof telegrams)[number]>();
  for (const block of telegrams.flat()) {
    const part = byPart.get(partOf(block));
    if (part === undefined) byPart.set(partOf(block), [block]);
    else part.push(block);
  }
  for (const run of runs) {
    const carrier = byPart.get(partOf(run))?.find((block) => carries(block, run));
    if (carrier === undefined) throw new Error('a plan that leaves a value out');
    carrier.runs.push(run);
  }
  return telegrams;
}

function partOf({ area, db }: Item): string {
  return `${area} ${db}`;
}
