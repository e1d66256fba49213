import type { Item } from './read-var.ts';
import type { Run } from './run.ts';
import { type Draft, type Limits, mergedWith, placeOf, replyItemBytes, roomOf } from './telegram.ts';

/** Where there are more runs than this, or more ways to look at, a good plan has to do: the best one takes too long to prove. */
const mostRuns = 12;
const mostSteps = 5000;

/**
 * A plan of fewer telegrams than `good`, down to the fewest there can be; `good` itself where that is it. `extents` are in order
 * of place, none within another.
 */
export function fewestTelegrams(extents: readonly Run[], limits: Limits, good: readonly Draft[]): readonly Draft[] {
  if (extents.length > mostRuns) return good;
  const search = { limits, stepsLeft: mostSteps };
  for (let best = good; ; ) {
    const better =
      best.length <= leastTelegrams(extents, limits) ? undefined : within(best.length - 1, extents, [], search);
    if (better === undefined) return best;
    best = better;
  }
}

interface Search {
  readonly limits: Limits;
  stepsLeft: number;
}

/**
 * Tries each run in every telegram that has room, and in a new one. Runs come in order of place, so that what does not fit now
 * would not fit with later ones, either.
 */
function within(
  most: number,
  [run, ...rest]: readonly Run[],
  groups: readonly (readonly Run[])[],
  search: Search,
): readonly Draft[] | undefined {
  if (run === undefined) return groups.map((group) => telegramOf(group, search.limits) ?? []);
  const choices = groups.length < most ? [...groups, []] : groups;
  for (const [at, group] of choices.entries()) {
    search.stepsLeft -= 1;
    if (search.stepsLeft < 0) return undefined;
    const grown = [...group, run];
    if (telegramOf(grown, search.limits) === undefined) continue;
    const found = within(
      most,
      rest,
      choices.with(at, grown).filter((each) => each.length > 0),
      search,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One telegram for all these runs, without bridging where it fits so; undefined where they are too many. */
function telegramOf(runs: readonly Run[], limits: Limits): Draft | undefined {
  return limits.gapBytes === 0
    ? shortestTelegram(runs, limits)
    : (shortestTelegram(runs, { ...limits, gapBytes: 0 }) ?? shortestTelegram(runs, limits));
}

interface Way {
  readonly blocks: readonly Item[];
  readonly replyBytes: number;
}

/** By number of items, the shortest reply that covers the first runs; run by run, up to all of them. */
function shortestTelegram(runs: readonly Run[], limits: Limits): Draft | undefined {
  const room = roomOf(limits.pduBytes);
  const rows: (readonly (Way | undefined)[])[] = [[{ blocks: [], replyBytes: 0 }]];
  for (let to = 1; to <= runs.length; to += 1) {
    const row: (Way | undefined)[] = [];
    for (const [from, block] of blocksEndingAt(to, runs, limits)) {
      for (const [items, before] of (rows[from] ?? []).entries()) {
        if (before === undefined || items + 1 > room.items) continue;
        const replyBytes = before.replyBytes + replyItemBytes(block.length);
        if (replyBytes > room.replyBytes || replyBytes >= (row[items + 1]?.replyBytes ?? Number.POSITIVE_INFINITY))
          continue;
        row[items + 1] = { blocks: [...before.blocks, block], replyBytes };
      }
    }
    rows.push(Array.from(row));
  }
  return rows[runs.length]?.find((way) => way !== undefined)?.blocks;
}

/** Every block whose last run is the one before `to`, with the index of its first. */
function blocksEndingAt(to: number, runs: readonly Run[], limits: Limits): readonly (readonly [number, Item])[] {
  const blocks: (readonly [number, Item])[] = [];
  for (let from = to - 1; from >= 0; from -= 1) {
    const [first, ...others] = runs.slice(from, to);
    let block = first && placeOf(first);
    for (const run of others) block = block && mergedWith(block, run, limits);
    if (block === undefined) break;
    blocks.push([from, block]);
  }
  return blocks;
}

/**
 * No plan has fewer: every byte comes once, in an item's head at least for every row of runs that may be one block, and a gap
 * within a row costs its own bytes where it is bridged, and one more item's head where it is not, as long as there are items.
 */
export function leastTelegrams(extents: readonly Run[], limits: Limits): number {
  if (extents.length === 0) return 0;
  const room = roomOf(limits.pduBytes);
  const head = replyItemBytes(0);
  const gaps: number[] = [];
  let [bytes, rows] = [0, 0];
  for (const [at, run] of extents.entries()) {
    const before = extents[at - 1];
    const isNear = before?.area === run.area && before.db === run.db;
    const gap = isNear ? run.start - before.start - before.length : Number.POSITIVE_INFINITY;
    bytes += run.length + Math.min(gap, 0);
    if (gap > limits.gapBytes) rows += 1;
    else if (gap > 0) gaps.push(gap);
  }
  gaps.sort((a, b) => b - a);
  for (let least = Math.max(1, Math.ceil(rows / room.items)); ; least += 1) {
    const apart = least * room.items - rows;
    const bridges = gaps.reduce((sum, gap, at) => sum + (at < apart ? Math.min(gap, head) : gap), 0);
    if (bytes + rows * head + bridges <= least * room.replyBytes) return least;
  }
}
