import type { Slot } from './slot.ts';
import { type Table, tables } from './table.ts';

/** One request: a run of one table and the slots that lie whole within it. */
export interface Block {
  readonly table: Table;
  readonly offset: number;
  readonly count: number;
  readonly slots: readonly [Slot, ...Slot[]];
}

interface Run {
  readonly slots: [Slot, ...Slot[]];
  end: number;
}

/**
 * Merges slots of one table that touch, or lie at most `gap` apart, into blocks no larger than one request may be.
 * A slot is never split: a value torn over two requests can be one that never was.
 */
export function planBlocks(slots: readonly Slot[], gap = 0): readonly Block[] {
  const runs: Run[] = [];
  for (const slot of slots.toSorted(byPlace)) {
    const last = runs.at(-1);
    const end = slot.offset + slot.count;
    if (last !== undefined && fits(last, slot, gap)) {
      last.slots.push(slot);
      last.end = Math.max(last.end, end);
    } else {
      runs.push({ slots: [slot], end });
    }
  }
  return runs.map((run) => blockOf(run.slots));
}

/** The smallest block around slots of one table; there must be at least one. */
export function blockOf(slots: readonly [Slot, ...Slot[]]): Block {
  const offset = Math.min(...slots.map((slot) => slot.offset));
  const end = Math.max(...slots.map((slot) => slot.offset + slot.count));
  return { table: slots[0].table, offset, count: end - offset, slots };
}

function byPlace(a: Slot, b: Slot): number {
  return a.table.localeCompare(b.table) || a.offset - b.offset || a.count - b.count;
}

/** Slots come in the order of their offsets, so the first one of a run begins it. */
function fits({ slots: [first], end }: Run, slot: Slot, gap: number): boolean {
  const isNear = slot.table === first.table && slot.offset <= end + gap;
  return isNear && Math.max(end, slot.offset + slot.count) - first.offset <= tables[slot.table].maxPerRequest;
}
