/**
 * The canonical JSON (RFC 8785) of what was asked or answered, as UTF-8, without loss: 64-bit integers as decimal strings,
 * NaN, the infinities and -0 as strings, times in ISO 8601, bytes in Base64.
 */
export function canonicalJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalText(value));
}

/** The same as text. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(jsonOf(value));
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function jsonOf(value: unknown): Json {
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return value;
    case 'bigint':
      return value.toString();
    case 'number':
      return jsonOfNumber(value);
    case 'object':
      return value === null ? null : jsonOfObject(value);
    default:
      return null;
  }
}

function jsonOfNumber(value: number): Json {
  if (!Number.isFinite(value)) return String(value);
  return Object.is(value, -0) ? '-0' : value;
}

function jsonOfObject(value: object): Json {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Buffer.isBuffer(value)) return value.toString('base64');
  if (ArrayBuffer.isView(value)) return Object.values(value).map(jsonOf);
  if (Array.isArray(value)) return value.map(jsonOf);
  if ('toJSON' in value && typeof value.toJSON === 'function') return jsonOf(value.toJSON());
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      // RFC 8785 §3.2.3: members stand in the order of the UTF-16 code units of their names.
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, jsonOf(entry)]),
  );
}
