import type { WordOrder } from '../data-type.ts';

/** The bytes of one value in big-endian order; `order` says how they came. A new array of the same length, whole registers only. */
export function inNetworkOrder(bytes: Uint8Array, order: WordOrder): Uint8Array<ArrayBuffer> {
  const ordered = new Uint8Array(bytes.length);
  putInNetworkOrder(bytes, order, ordered);
  return ordered;
}

/** Writes them to the beginning of an array that is at least as long. */
export function putInNetworkOrder(bytes: Uint8Array, order: WordOrder, into: Uint8Array): void {
  const registersReversed = order === 'CDAB' || order === 'DCBA';
  const swap = order === 'BADC' || order === 'DCBA' ? 1 : 0;
  const last = bytes.length - 2;
  for (let at = 0; at < bytes.length; at += 1) {
    const register = at & ~1;
    into[(registersReversed ? last - register : register) + ((at & 1) ^ swap)] = bytes[at] ?? 0;
  }
}
