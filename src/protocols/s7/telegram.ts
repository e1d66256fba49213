import { type Item, mostItems, readVarBytes } from './read-var.ts';
import type { Run } from './run.ts';

/** A run of bytes that is asked for as one item, and the values in it. */
export interface Block extends Item {
  readonly runs: readonly Run[];
}

/** What one request asks for. */
export type Telegram = readonly Block[];

/** A telegram while it is planned: where its items stand, not yet which values are in them. */
export type Draft = readonly Item[];

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
  return { ...placeOf(run), runs: [run] };
}

/** The item with the run that follows in place, over a gap that may be bridged; undefined where that is no item of one reply. */
export function mergedWith(item: Item, run: Item, { pduBytes, gapBytes }: Limits): Item | undefined {
  const { area, db, start } = item;
  const end = start + item.length;
  if (run.area !== area || run.db !== db || run.start < start || run.start > end + gapBytes) return undefined;
  const length = Math.max(end, run.start + run.length) - start;
  return length > longestRunBytes(pduBytes) ? undefined : { area, db, start, length };
}

/** Merges each run, in order of place, with the item before it where that may be. */
export function itemsOf(runs: readonly Item[], limits: Limits): readonly Item[] {
  const items: Item[] = [];
  for (const run of runs) {
    const last = items.at(-1);
    const merged = last && mergedWith(last, run, limits);
    if (merged === undefined) items.push(placeOf(run));
    else items[items.length - 1] = merged;
  }
  return items;
}

/** Where a run stands, and nothing else of it. */
export function placeOf({ area, db, start, length }: Item): Item {
  return { area, db, start, length };
}

/** TPKT and COTP head. */
export const envelopeBytes = 7;

/** Bytes of the reply in which every item is good. */
export function replyBytesOf(telegram: Telegram): number {
  return telegram.reduce((sum, { length }) => sum + replyItemBytes(length), envelopeBytes + readVarBytes.replyHead);
}
