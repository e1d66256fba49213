/** A 64-bit integer from the `[high, low]` halves (both unsigned) in which the library gives it; undefined for anything else. */
export function int64Of(halves: unknown, signed: boolean): bigint | undefined {
  if (!Array.isArray(halves) || halves.length !== 2) return undefined;
  const [high, low]: unknown[] = halves;
  if (!isUint32(high) || !isUint32(low)) return undefined;
  const bits = (BigInt(high) << 32n) | BigInt(low);
  return signed ? BigInt.asIntN(64, bits) : bits;
}

function isUint32(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 0xffffffff;
}
