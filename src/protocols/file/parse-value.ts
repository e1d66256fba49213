import type { DataType, Value } from '../data-type.ts';

const ones = new Set([
  '1',
  'true',
  'on',
  'yes',
  'set',
  'active',
  'act',
  'alarm',
  'alm',
  '动作',
  '置位',
  '报警',
  '是',
  '有',
]);
const noughts = new Set([
  '0',
  'false',
  'off',
  'no',
  'reset',
  'inactive',
  'rtn',
  'normal',
  'nor',
  '恢复',
  '复位',
  '复归',
  '正常',
  '否',
  '无',
]);

/**
 * What a cell says as a value of the declared type; undefined where it says no such value, or may say two. Words that
 * depend on the signal (开, 投入, 切除, 停止) say neither 0 nor 1.
 */
export function parseValue(written: string, type: DataType): Value | undefined {
  const plain = written.normalize('NFKC').trim();
  if (type === 'string') return plain;
  if (type === 'bool') return bit(plain);
  const number = numberIn(plain);
  if (number === undefined) return undefined;
  if (type === 'float32') return Math.fround(number);
  if (type === 'float64') return number;
  if (!Number.isInteger(number)) return undefined;
  if (type === 'int64' || type === 'uint64') return /^[+-]?\d+$/.test(plain) ? BigInt(plain) : undefined;
  return number;
}

function bit(plain: string): boolean | undefined {
  // `0->1`, `OFF → ON`: what it became.
  const word = (/(?:->|→|=>)\s*(\S+)$/.exec(plain)?.[1] ?? plain).toLowerCase();
  if (ones.has(word) || Number(word === '' ? Number.NaN : word) === 1) return true;
  return noughts.has(word) || Number(word === '' ? Number.NaN : word) === 0 ? false : undefined;
}

/** `1,234` is one thousand in one country and one and a bit in another: it is no number here. `12,5` can only be a fraction. */
function numberIn(plain: string): number | undefined {
  const decimal = /^[+-]?\d+,(\d{1,2}|\d{4,})$/.test(plain) ? plain.replace(',', '.') : plain;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(decimal) ? Number(decimal) : undefined;
}
