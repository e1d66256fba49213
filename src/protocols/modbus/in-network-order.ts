import type { WordOrder } from '../data-type.ts';

/** The bytes of one value in big-endian order; `order` says how they came. A new array of the same length, whole registers only. */
export function inNetworkOrder(bytes: Uint8Array, order: WordOrder): Uint8Array<ArrayBuffer> {
  const registersReversed = order === 'CDAB' || order === 'DCBA';
  const bytesSwapped = order === 'BADC' || order === 'DCBA';
  const registers = Array.from({ length: bytes.length / 2 }, (_, index) => bytes.subarray(2 * index, 2 * index + 2));
  if (registersReversed) registers.reverse();
  return Uint8Array.from(registers.flatMap(([high = 0, low = 0]) => (bytesSwapped ? [low, high] : [high, low])));
}
