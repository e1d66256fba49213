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
 * Merges slots of one table that touch, or lie at most `gap` apart, into blocks no larger than one request may be.
 * A slot is never split: a value torn over two requests can be one that never was.
 */
export function planBlocks(slots: readonly Slot[], gap = 0): readonly Block[] {
  const blocks: Block[] = [];
  for (const slot of slots.toSorted(byPlace)) {
    const last = blocks.at(-1);
    const merged = last === undefined ? undefined : blockOf([...last.slots, slot]);
    if (last !== undefined && merged !== undefined && isNear(last, slot, gap) && isCarried(merged)) {
      blocks[blocks.length - 1] = merged;
    } else {
      blocks.push(blockOf([slot]));
    }
  }
  return blocks;
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

function isNear(block: Block, slot: Slot, gap: number): boolean {
  return slot.table === block.table && slot.offset <= block.offset + block.count + gap;
}

function isCarried({ table, count }: Block): boolean {
  return count <= tables[table].maxPerRequest;
}
