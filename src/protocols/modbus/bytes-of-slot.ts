import type { Block } from './plan.ts';
import type { Slot } from './slot.ts';
import { tables } from './table.ts';

/** The bytes in front of the items of an answer: function code and byte count. */
const headBytes = 2;

/** The bytes of one slot as they came in the answer to its block, a view of it; from a table of bits one byte, 0 or 1. */
export function bytesOfSlot(answer: Uint8Array, block: Block, slot: Slot): Uint8Array {
  const at = slot.offset - block.offset;
  if (tables[block.table].item === 'register') {
    const from = headBytes + 2 * at;
    return answer.subarray(from, from + 2 * slot.count);
  }
  // The first bit asked for is the lowest bit of the first byte (Modbus Application Protocol 1.1b3, 6.1).
  return Uint8Array.of(((answer[headBytes + (at >> 3)] ?? 0) >> (at & 7)) & 1);
}
