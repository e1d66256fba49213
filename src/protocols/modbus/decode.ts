import type { DataType, Value, WordOrder } from '../data-type.ts';
import { inNetworkOrder, putInNetworkOrder } from './in-network-order.ts';

/** What the bytes are declared to be. */
export interface Declared {
  readonly type: DataType;
  readonly wordOrder?: WordOrder | undefined;
  /** Bit of a register, for a bool. */
  readonly bit?: number | undefined;
  /** Characters of a string. */
  readonly length?: number | undefined;
}

/** The value, or why the bytes are none of the declared type. */
export type Decoded = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly what: string };

/**
 * Turns the bytes of one value, as they came, into the value; any bytes give a value or a reason. A coil is one byte, 0 or 1.
 * A value of several registers needs a word order: both orders of a float are plausible, so none is assumed.
 * A single register without one is big-endian, as the specification has it.
 */
export function decode(bytes: Uint8Array, declared: Declared): Decoded {
  switch (declared.type) {
    case 'bool':
      return declared.bit === undefined ? decodeCoil(bytes) : decodeBit(bytes, declared.bit, declared.wordOrder);
    case 'string':
      return decodeString(bytes, declared);
    case 'int8':
    case 'uint8':
      return undecodable(`a register has 16 bits, ${declared.type} has 8`);
    default:
      return decodeNumber(bytes, declared.type, declared.wordOrder);
  }
}

type NumberType = Exclude<DataType, 'bool' | 'string' | 'int8' | 'uint8'>;

const readers: Readonly<Record<NumberType, { width: number; read: (view: DataView) => number | bigint }>> = {
  int16: { width: 2, read: (view) => view.getInt16(0) },
  uint16: { width: 2, read: (view) => view.getUint16(0) },
  int32: { width: 4, read: (view) => view.getInt32(0) },
  uint32: { width: 4, read: (view) => view.getUint32(0) },
  int64: { width: 8, read: (view) => view.getBigInt64(0) },
  uint64: { width: 8, read: (view) => view.getBigUint64(0) },
  float32: { width: 4, read: (view) => view.getFloat32(0) },
  float64: { width: 8, read: (view) => view.getFloat64(0) },
};

/** One number at a time stands here in big-endian order: a whole device has many, and each would need an array of its own. */
const number = new Uint8Array(8);
const view = new DataView(number.buffer);

function decodeNumber(bytes: Uint8Array, type: NumberType, order: WordOrder | undefined): Decoded {
  const { width, read } = readers[type];
  if (bytes.length !== width) return undecodable(`${type} needs ${width} bytes, there are ${bytes.length}`);
  if (order === undefined && width > 2) return undecodable(`no word order is declared for ${type}`);
  putInNetworkOrder(bytes, order ?? 'ABCD', number);
  return { ok: true, value: read(view) };
}

function decodeCoil(bytes: Uint8Array): Decoded {
  const [bit] = bytes;
  if (bytes.length !== 1 || (bit !== 0 && bit !== 1))
    return undecodable('a bool is one bit, or a named bit of a register');
  return { ok: true, value: bit === 1 };
}

function decodeBit(bytes: Uint8Array, bit: number, order: WordOrder | undefined): Decoded {
  const register = decodeNumber(bytes, 'uint16', order);
  if (!register.ok) return register;
  if (!Number.isInteger(bit) || bit < 0 || bit > 15) return undecodable(`a register has no bit ${bit}`);
  return { ok: true, value: ((Number(register.value) >> bit) & 1) === 1 };
}

/** Of bytes that are known to be ASCII. */
const ascii = new TextDecoder('latin1');

/** Characters stand in ascending registers; the order only says which byte of a register comes first. */
function decodeString(bytes: Uint8Array, { wordOrder, length }: Declared): Decoded {
  if (wordOrder === undefined) return undecodable('no word order is declared for string');
  if (length === undefined || length < 1) return undecodable('no length is declared for string');
  if (bytes.length !== Math.ceil(length / 2) * 2) {
    return undecodable(
      `a string of ${length} needs ${Math.ceil(length / 2)} registers, there are ${bytes.length} bytes`,
    );
  }
  const lowByteFirst = wordOrder === 'BADC' || wordOrder === 'DCBA';
  const characters = lowByteFirst ? inNetworkOrder(bytes, 'BADC') : bytes;
  let end = length;
  while (end > 0 && isPadding(characters[end - 1])) end -= 1;
  for (let at = 0; at < end; at += 1) {
    const character = characters[at] ?? 0;
    if (character < 0x20 || character > 0x7e) return undecodable('a string with characters outside printable ASCII');
  }
  return { ok: true, value: ascii.decode(characters.subarray(0, end)) };
}

function isPadding(character: number | undefined): boolean {
  return character === 0 || character === 0x20;
}

function undecodable(what: string): Decoded {
  return { ok: false, what };
}
