import type { Slot } from './slot.ts';
import { type Table, tables } from './table.ts';

/** One request: a run of one table and the slots that lie whole within it. */
export interface Block {
  readonly table: Table;
  readonly offset: number;
  readonly count: number;
  readonly slots: readonly [Slot, ...Slot[]];
}

/**
 * Puts slots into as few blocks as can be, and among those plans into the one that reads the fewest items. `bridge` is the
 * most registers or bits in a row that may be read without being asked for; they are, only where that saves a request.
 * A slot is never split: a value torn over two requests can be one that never was.
 */
export function planBlocks(slots: readonly Slot[], bridge = 0): readonly Block[] {
  const sorted = slots.toSorted(byPlace);
  const inOrder = [...new Set(sorted.map(({ table }) => table))];
  return inOrder.flatMap((table) =>
    blocksOf(
      sorted.filter((slot) => slot.table === table),
      bridge,
    ),
  );
}

/** The smallest block around slots of one table; there must be at least one. */
export function blockOf(slots: readonly [Slot, ...Slot[]]): Block {
  const offset = slots.reduce((first, slot) => Math.min(first, slot.offset), slots[0].offset);
  const end = slots.reduce((last, slot) => Math.max(last, endOf(slot)), 0);
  return { table: slots[0].table, offset, count: end - offset, slots };
}

function blocksOf(slots: readonly Slot[], bridge: number): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const begin of beginnings(outermost(slots), bridge).slice(1)) {
    let to = from + 1;
    while ((slots[to]?.offset ?? begin) < begin) to += 1;
    blocks.push(...blockOver(slots.slice(from, to)));
    from = to;
  }
  return [...blocks, ...blockOver(slots.slice(from))];
}

function blockOver([first, ...others]: readonly Slot[]): readonly Block[] {
  return first === undefined ? [] : [blockOf([first, ...others])];
}

/**
 * Without the slots that lie within another one: what then follows in offset follows in end, too, so that the best plan
 * cuts the row in pieces. Of equal offsets the longest counts.
 */
function outermost(slots: readonly Slot[]): readonly Slot[] {
  const kept: Slot[] = [];
  for (const slot of slots) {
    const last = kept.at(-1);
    if (last !== undefined && last.offset === slot.offset && endOf(slot) > endOf(last)) kept[kept.length - 1] = slot;
    else if (last === undefined || endOf(slot) > endOf(last)) kept.push(slot);
  }
  return kept;
}

/**
 * The offsets at which the blocks of the best plan begin. From the last extent to the first: the best way is one block and
 * the best way from behind it; plain numbers, since a whole device has many of them.
 */
function beginnings(extents: readonly Slot[], bridge: number): readonly number[] {
  const [first] = extents;
  if (first === undefined) return [];
  const most = tables[first.table].maxPerRequest;
  const starts = Int32Array.from(extents, ({ offset }) => offset);
  const ends = Int32Array.from(extents, endOf);
  const [requests, items, next] = [0, 0, 0].map(() => new Int32Array(extents.length + 1));
  if (requests === undefined || items === undefined || next === undefined) throw new Error('three rows were made');
  const of = (row: Int32Array, at: number) => row[at] ?? 0;
  for (let at = extents.length - 1; at >= 0; at -= 1) {
    for (let to = at; to < extents.length; to += 1) {
      const count = of(ends, to) - of(starts, at);
      if (to > at && (count > most || of(starts, to) > of(ends, to - 1) + bridge)) break;
      const wayRequests = 1 + of(requests, to + 1);
      const wayItems = count + of(items, to + 1);
      // The longer first block where both are as good: full requests first, the remainder last.
      const isBest = to === at || wayRequests < of(requests, at);
      if (!isBest && (wayRequests > of(requests, at) || wayItems > of(items, at))) continue;
      requests[at] = wayRequests;
      items[at] = wayItems;
      next[at] = to + 1;
    }
  }
  const begun: number[] = [];
  for (let at = 0; at < extents.length; at = of(next, at)) begun.push(of(starts, at));
  return begun;
}

function endOf({ offset, count }: Slot): number {
  return offset + count;
}

function byPlace(a: Slot, b: Slot): number {
  if (a.table !== b.table) return a.table < b.table ? -1 : 1;
  return a.offset - b.offset || a.count - b.count;
}
