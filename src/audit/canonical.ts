import { canonicalize } from 'json-canonicalize';

/**
 * Canonical JSON (RFC 8785) of a value, for hashing and storing. What JSON cannot hold is written as an object of one
 * `$` key: bytes `$hex`, bigint `$int`, NaN, infinities and -0 `$num`, maps `$map`. Undefined members are left out.
 */
export function toCanonical(value: unknown): string {
  if (value === undefined) throw new Error('undefined has no canonical form');
  return canonicalize(pack(value));
}

/** The value that `toCanonical` wrote. */
export function fromCanonical(written: string): unknown {
  return unpack(JSON.parse(written));
}

function pack(value: unknown): unknown {
  if (typeof value === 'bigint') return { $int: value.toString() };
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { $num: number(value) };
  if (value instanceof Uint8Array) return { $hex: Buffer.from(value).toString('hex') };
  if (value instanceof Map) return { $map: [...value].map(([key, entry]) => [pack(key), pack(entry)]) };
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => [key, pack(member)]),
    );
  }
  return value;
}

function number(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (typeof value !== 'object' || value === null) return value;
  if ('$int' in value) return BigInt(String(value.$int));
  if ('$num' in value) return Number(value.$num);
  if ('$hex' in value) return new Uint8Array(Buffer.from(String(value.$hex), 'hex'));
  if ('$map' in value && Array.isArray(value.$map)) {
    return new Map(
      value.$map.map((entry: unknown) =>
        Array.isArray(entry) ? [unpack(entry[0]), unpack(entry[1])] : [entry, undefined],
      ),
    );
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unpack(member)]));
}
