import type { PointAddress } from '../address.ts';
import type { Value } from '../data-type.ts';

/**
 * Makes a value of the registers that modbus-serial gives, written apart from our own decoder on purpose: two decoders that
 * share code share their faults. Undefined for a type that registers cannot hold, or a text that is none.
 */
export function valueOfRegisters(registers: readonly number[], point: PointAddress): Value | undefined {
  const swapsBytes = point.wordOrder === 'BADC' || point.wordOrder === 'DCBA';
  const lowWordFirst = point.wordOrder === 'CDAB' || point.wordOrder === 'DCBA';
  const words = registers.map((word) => (swapsBytes ? ((word & 0xff) << 8) | (word >> 8) : word));
  if (point.type === 'string') return textOf(words, point.length ?? 0);
  if (lowWordFirst) words.reverse();
  const unsigned = words.reduce((sum, word) => sum * 65_536n + BigInt(word), 0n);
  const bits = 16 * words.length;
  const view = new DataView(new ArrayBuffer(8));
  switch (point.type) {
    case 'bool':
      return point.address.protocol === 'modbus' && point.address.bit !== undefined
        ? ((unsigned >> BigInt(point.address.bit)) & 1n) === 1n
        : undefined;
    case 'uint16':
    case 'uint32':
      return Number(unsigned);
    case 'int16':
    case 'int32':
      return Number(BigInt.asIntN(bits, unsigned));
    case 'uint64':
      return unsigned;
    case 'int64':
      return BigInt.asIntN(64, unsigned);
    case 'float32':
      view.setUint32(0, Number(unsigned));
      return view.getFloat32(0);
    case 'float64':
      view.setBigUint64(0, unsigned);
      return view.getFloat64(0);
    default:
      return undefined;
  }
}

/** How many registers a value of this point fills; 0 for a type that registers cannot hold. */
export function registersOf({ type, length }: PointAddress): number {
  switch (type) {
    case 'string':
      return Math.ceil((length ?? 0) / 2);
    case 'bool':
    case 'int16':
    case 'uint16':
      return 1;
    case 'int32':
    case 'uint32':
    case 'float32':
      return 2;
    case 'int64':
    case 'uint64':
    case 'float64':
      return 4;
    default:
      return 0;
  }
}

function textOf(words: readonly number[], length: number): string | undefined {
  const characters = words.flatMap((word) => [word >> 8, word & 0xff]).slice(0, length);
  const text = String.fromCharCode(...characters).replace(/[\0 ]+$/, '');
  return /^[\x20-\x7e]*$/.test(text) ? text : undefined;
}
