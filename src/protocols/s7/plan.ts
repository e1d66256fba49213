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
  /** Bytes that nobody asked for, at most, between two values of one block. */
  readonly gapBytes: number;
}

/** The longest value or block that one reply can carry. */
export function longestRunBytes(pduBytes: number): number {
  return pduBytes - readVarBytes.replyHead - readVarBytes.replyItem;
}

/** Merges neighbouring runs into blocks and packs them into as few requests as that gives. A run is never split. */
export function planMerged(runs: readonly Run[], limits: Limits): readonly Telegram[] {
  const blocks: Block[] = [];
  for (const run of runs.toSorted(byPlace)) {
    const last = blocks.at(-1);
    const merged = last && mergedWith(last, run, limits);
    if (merged === undefined) blocks.push(alone(run));
    else blocks[blocks.length - 1] = merged;
  }
  return packed(blocks, limits.pduBytes);
}

/** Asks for every run as an item of its own, so that each gets its own return code. */
export function planApart(runs: readonly Run[], { pduBytes }: Limits): readonly Telegram[] {
  return packed(runs.map(alone), pduBytes);
}

function byPlace(a: Run, b: Run): number {
  return a.area < b.area ? -1 : a.area > b.area ? 1 : a.db - b.db || a.start - b.start || a.length - b.length;
}

function alone(run: Run): Block {
  const { area, db, start, length } = run;
  return { area, db, start, length, runs: [run] };
}

function mergedWith(block: Block, run: Run, { pduBytes, gapBytes }: Limits): Block | undefined {
  const end = block.start + block.length;
  if (run.area !== block.area || run.db !== block.db || run.start > end + gapBytes) return undefined;
  const length = Math.max(end, run.start + run.length) - block.start;
  return length > longestRunBytes(pduBytes) ? undefined : { ...block, length, runs: [...block.runs, run] };
}

function packed(blocks: readonly Block[], pduBytes: number): readonly Telegram[] {
  const telegrams: Block[][] = [];
  let requestBytes = 0;
  let replyBytes = 0;
  for (const block of blocks) {
    const current = telegrams.at(-1);
    requestBytes += readVarBytes.requestItem;
    replyBytes += replyItemBytes(block);
    if (current && current.length < mostItems && requestBytes <= pduBytes && replyBytes <= pduBytes) {
      current.push(block);
    } else {
      telegrams.push([block]);
      requestBytes = readVarBytes.requestHead + readVarBytes.requestItem;
      replyBytes = readVarBytes.replyHead + replyItemBytes(block);
    }
  }
  return telegrams;
}

/** With the fill byte, which only the last item of a reply may lack. */
function replyItemBytes({ length }: Block): number {
  return readVarBytes.replyItem + length + (length % 2);
}
