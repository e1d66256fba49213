import { type DataType, type Value, widthOf } from '../data-type.ts';
import type { Checked } from './checked.ts';
import { latin1 } from './latin1.ts';

/** Maximum and current length, in front of the characters of an S7 STRING. */
export const stringHeadBytes = 2;

/** Decodes the bytes of one value, big-endian; `bit` for a bool. Total: whatever stands there is a value or a fault. */
export function decode(bytes: Uint8Array, type: DataType, bit = 0): Checked<Value> {
  if (type === 'string') return decodeString(bytes);
  if (bytes.length !== widthOf[type]) return undecodable(`${bytes.length} bytes for ${type}`);
  const [first = 0] = bytes;
  if (type === 'bool') return { ok: true, value: ((first >> bit) & 1) === 1 };
  number.set(bytes);
  return { ok: true, value: numberIn[type]() };
}

type Numeric = Exclude<DataType, 'bool' | 'string'>;

/** One number at a time stands here: a whole CPU has many, and each would need a view of its own. */
const number = new Uint8Array(8);
const view = new DataView(number.buffer);

const numberIn: Readonly<Record<Numeric, () => number | bigint>> = {
  int8: () => view.getInt8(0),
  uint8: () => view.getUint8(0),
  int16: () => view.getInt16(0),
  uint16: () => view.getUint16(0),
  int32: () => view.getInt32(0),
  uint32: () => view.getUint32(0),
  int64: () => view.getBigInt64(0),
  uint64: () => view.getBigUint64(0),
  float32: () => view.getFloat32(0),
  float64: () => view.getFloat64(0),
};

function decodeString(bytes: Uint8Array): Checked<string> {
  const [reserved, current] = bytes;
  if (reserved === undefined || current === undefined) return undecodable(`${bytes.length} bytes for string`);
  if (current > reserved) return undecodable(`string of ${current} characters in a reserve of ${reserved}`);
  const characters = bytes.subarray(stringHeadBytes, stringHeadBytes + current);
  if (characters.length < current) return undecodable(`string of ${current} characters, declared ${bytes.length - 2}`);
  return { ok: true, value: latin1(characters) };
}

function undecodable(what: string): Checked<never> {
  return { ok: false, fault: { kind: 'undecodable', what } };
}
