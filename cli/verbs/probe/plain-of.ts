import { type Language, say } from '../../../src/messages/index.ts';

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** A report as JSON may hold it: 64-bit integers, NaN and the infinities as strings, bytes in hexadecimal, sentences said. */
export function plainOf(value: unknown, language: Language): Plain {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : wordOf(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object') return null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map((each) => plainOf(each, language));
  if (isText(value)) return say(value, language);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainOf(each, language)]));
}

function wordOf(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function isText(value: object): value is Parameters<typeof say>[0] {
  return 'key' in value && typeof value.key === 'string' && value.key.startsWith('probe.');
}
