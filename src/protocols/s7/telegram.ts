import { type Item, mostItems, readVarBytes } from './read-var.ts';
import type { Run } from './run.ts';

/** A run of bytes that is asked for as one item, and the values in it. */
export interface Block extends Item {
  readonly runs: readonly Run[];
}

/** What one request asks for. */
export type Telegram = readonly Block[];

/** Lengths in bytes. */
export interface Limits {
  /** As negotiated; holds for the request and for the reply. */
  readonly pduBytes: number;
  /** Bytes in a row, at most, that nobody asked for between two values of one block. */
  readonly gapBytes: number;
}

/** The longest value or block that one reply can carry. */
export function longestRunBytes(pduBytes: number): number {
  return pduBytes - readVarBytes.replyHead - readVarBytes.replyItem;
}

/** What one telegram has room for: items, by their number and by the request's length, and bytes of the reply. */
export function roomOf(pduBytes: number): { readonly items: number; readonly replyBytes: number } {
  const byRequest = Math.floor((pduBytes - readVarBytes.requestHead) / readVarBytes.requestItem);
  return { items: Math.min(mostItems, byRequest), replyBytes: pduBytes - readVarBytes.replyHead };
}

/** What an item of this length takes in a reply, with the fill byte, which only the last item may lack. */
export function replyItemBytes(length: number): number {
  return readVarBytes.replyItem + length + (length % 2);
}

/** The block of one run. */
export function alone(run: Run): Block {
  const { area, db, start, length } = run;
  return { area, db, start, length, runs: [run] };
}

/** The block with the run that follows in place, over a gap that may be bridged; undefined where that is no block of one reply. */
export function mergedWith(block: Block, run: Run, { pduBytes, gapBytes }: Limits): Block | undefined {
  const end = block.start + block.length;
  if (run.area !== block.area || run.db !== block.db || run.start > end + gapBytes) return undefined;
  const length = Math.max(end, run.start + run.length) - block.start;
  return length > longestRunBytes(pduBytes) ? undefined : { ...block, length, runs: [...block.runs, run] };
}

/** Merges each run, in order of place, with the block before it where that may be. */
export function blocksOf(runs: readonly Run[], limits: Limits): readonly Block[] {
  const blocks: Block[] = [];
  for (const run of runs) {
    const last = blocks.at(-1);
    const merged = last && mergedWith(last, run, limits);
    if (merged === undefined) blocks.push(alone(run));
    else blocks[blocks.length - 1] = merged;
  }
  return blocks;
}
