import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DataType, dataTypes, type Value, widthOf } from '../data-type.ts';
import { decode } from './decode.ts';

const hex = (bytes: string) => Uint8Array.from(Buffer.from(bytes.replaceAll(' ', ''), 'hex'));

describe('decoding', () => {
  const values: readonly (readonly [bytes: string, type: DataType, value: Value])[] = [
    ['7f', 'int8', 127],
    ['80', 'int8', -128],
    ['ff', 'uint8', 255],
    ['8000', 'int16', -32_768],
    ['0102', 'int16', 258],
    ['ffff', 'uint16', 65_535],
    ['80000000', 'int32', -2_147_483_648],
    ['ffffffff', 'uint32', 4_294_967_295],
    ['8000000000000001', 'int64', -9_223_372_036_854_775_807n],
    ['0020000000000001', 'int64', 9_007_199_254_740_993n],
    ['ffffffffffffffff', 'uint64', 18_446_744_073_709_551_615n],
    ['42f10000', 'float32', 120.5],
    ['3dcccccd', 'float32', Math.fround(0.1)],
    ['7fc00000', 'float32', Number.NaN],
    ['ff800000', 'float32', Number.NEGATIVE_INFINITY],
    ['80000000', 'float32', -0],
    ['3fb999999999999a', 'float64', 0.1],
    ['0a 03 616263 00000000000000', 'string', 'abc'],
    ['0a 00', 'string', ''],
    ['03 03 b0432f', 'string', '°C/'],
    // The reserve of the device may be longer than what was declared, as long as the characters came.
    ['14 02 6869 0000', 'string', 'hi'],
  ];
  it.each(values)('%s as %s is %s', (bytes, type, value) => {
    expect(decode(hex(bytes), type)).toEqual({ ok: true, value });
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('takes bit %i of a byte and no other', (bit) => {
    expect(decode(Uint8Array.of(1 << bit), 'bool', bit)).toEqual({ ok: true, value: true });
    expect(decode(Uint8Array.of(0xff ^ (1 << bit)), 'bool', bit)).toEqual({ ok: true, value: false });
  });

  it.each([
    ['14 63 616263', 'string of 99 characters in a reserve of 20'],
    ['0a 05 616263', 'string of 5 characters, declared 3'],
    ['0a', '1 bytes for string'],
  ])('finds the string %s undecodable', (bytes, what) => {
    expect(decode(hex(bytes), 'string')).toEqual({ ok: false, fault: { kind: 'undecodable', what } });
  });

  it('is total: any bytes as any type are a value or a fault, and only the right length is a number', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...dataTypes),
        fc.integer({ min: 0, max: 7 }),
        (bytes, type, bit) => {
          const decoded = decode(bytes, type, bit);
          if (type !== 'string') expect(decoded.ok).toBe(bytes.length === widthOf[type]);
          else if (decoded.ok) expect(decoded.value).toHaveLength(bytes[1] ?? -1);
          else expect(decoded.fault.kind).toBe('undecodable');
        },
      ),
    );
  });

  it('reads big-endian whatever the value is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (value) => {
        const bytes = hex(value.toString(16).padStart(16, '0'));
        expect(decode(bytes, 'uint64')).toEqual({ ok: true, value });
        expect(decode(bytes, 'int64')).toEqual({ ok: true, value: BigInt.asIntN(64, value) });
        expect(decode(bytes.subarray(4), 'uint32')).toEqual({ ok: true, value: Number(value & 0xffff_ffffn) });
      }),
    );
  });
});
