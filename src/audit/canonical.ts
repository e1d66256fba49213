/**
 * Canonical JSON (RFC 8785) of a value, for hashing and storing. What JSON cannot hold is written as an object of one
 * `$` key: bytes `$hex`, bigint `$int`, NaN, infinities and -0 `$num`, maps `$map`. Undefined members are left out.
 * In one pass of our own, since one look at a plant is tens of thousands of entries; a test holds it to a library.
 */
export function toCanonical(value: unknown): string {
  if (value === undefined) throw new Error('undefined has no canonical form');
  return written(value);
}

/** The value that `toCanonical` wrote. */
export function fromCanonical(canonical: string): unknown {
  return unpack(JSON.parse(canonical));
}

function written(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? `${value}` : `{"$num":"${nameOf(value)}"}`;
    case 'bigint':
      return `{"$int":"${value}"}`;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return isMembers(value) ? structure(value) : 'null';
    case 'undefined':
      // Only within an array, where a place must not be lost.
      return 'null';
    default:
      throw new Error(`a ${typeof value} has no canonical form`);
  }
}

function structure(value: Readonly<Record<string, unknown>>): string {
  if (value instanceof Uint8Array) return `{"$hex":"${hexOf(value)}"}`;
  if (Array.isArray(value)) return list(value);
  if (value instanceof Map) return `{"$map":${list([...value])}}`;
  let all = '';
  for (const { key, name } of orderOf(Object.keys(value))) {
    const member = value[key];
    if (member !== undefined) all += `${all === '' ? '' : ','}${name}:${written(member)}`;
  }
  return `{${all}}`;
}

function list(values: readonly unknown[]): string {
  return `[${values.map(written).join(',')}]`;
}

interface Name {
  readonly key: string;
  /** As it is written. */
  readonly name: string;
}

interface Order {
  readonly keys: readonly string[];
  readonly order: readonly Name[];
}

/** How the keys of objects that were seen are ordered, by the first of them: entries of one kind all have the same. */
const orders = new Map<string, Order[]>();
/** By first key, and of each. */
const mostOrders = 100;

/** By UTF-16 code units (RFC 8785, 3.2.3). */
function orderOf(keys: readonly string[]): readonly Name[] {
  const [first = ''] = keys;
  const known = orders.get(first) ?? [];
  for (const each of known) if (areSame(each.keys, keys)) return each.order;
  const order = keys.toSorted((a, b) => (a < b ? -1 : 1)).map((key) => ({ key, name: JSON.stringify(key) }));
  if (orders.size < mostOrders && known.length < mostOrders) orders.set(first, [...known, { keys, order }]);
  return order;
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at += 1) if (some[at] !== others[at]) return false;
  return true;
}

/** Most strings are tags and words in which nothing is escaped; all others are left to JSON.stringify. */
function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}
const plain = /^[ !#-[\]-~\u3000-\u9fff]*$/;

const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A value is a few bytes, for which a Buffer costs more than it saves. */
function hexOf(bytes: Uint8Array): string {
  if (bytes.length > 32) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  let hex = '';
  for (const byte of bytes) hex += hexDigits[byte];
  return hex;
}

function nameOf(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** In place: what was parsed just now belongs to nobody else, and an evidence file has hundreds of thousands of entries. */
function unpack(value: unknown): unknown {
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) value[at] = unpack(value[at]);
    return value;
  }
  if (!isMembers(value)) return value;
  if ('$int' in value) return BigInt(String(value['$int']));
  if ('$num' in value) return Number(value['$num']);
  if ('$hex' in value) return new Uint8Array(Buffer.from(String(value['$hex']), 'hex'));
  if ('$map' in value && Array.isArray(value['$map'])) {
    return new Map(
      value['$map'].map((entry: unknown) =>
        Array.isArray(entry) ? [unpack(entry[0]), unpack(entry[1])] : [entry, undefined],
      ),
    );
  }
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (typeof member === 'object' && member !== null) value[key] = unpack(member);
  }
  return value;
}

function isMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
