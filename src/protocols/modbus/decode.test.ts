import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataTypes, type Value, wordOrders } from '../data-type.ts';
import { type Declared, decode } from './decode.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

/** Every row is a published or hand-worked encoding, not one that our own encoder made. */
const values: readonly [string, Declared, Value][] = [
  // Signedness is of the type, never of the bytes.
  ['fffe', { type: 'int16' }, -2],
  ['fffe', { type: 'uint16' }, 65_534],
  ['8000', { type: 'int16' }, -32_768],
  ['8000', { type: 'uint16' }, 32_768],
  ['ffff', { type: 'int16' }, -1],
  // A single register is big-endian unless the point itself says otherwise.
  ['1234', { type: 'uint16', wordOrder: 'CDAB' }, 0x1234],
  ['1234', { type: 'uint16', wordOrder: 'BADC' }, 0x3412],
  ['1234', { type: 'uint16', wordOrder: 'DCBA' }, 0x3412],
  // 120.5 is 42 F1 00 00.
  ['42f1 0000', { type: 'float32', wordOrder: 'ABCD' }, 120.5],
  ['0000 42f1', { type: 'float32', wordOrder: 'CDAB' }, 120.5],
  ['f142 0000', { type: 'float32', wordOrder: 'BADC' }, 120.5],
  ['0000 f142', { type: 'float32', wordOrder: 'DCBA' }, 120.5],
  ['7fc0 0000', { type: 'float32', wordOrder: 'ABCD' }, Number.NaN],
  ['ff80 0000', { type: 'float32', wordOrder: 'ABCD' }, Number.NEGATIVE_INFINITY],
  ['8000 0000', { type: 'float32', wordOrder: 'ABCD' }, -0],
  ['0001 0002', { type: 'uint32', wordOrder: 'ABCD' }, 65_538],
  ['0001 0002', { type: 'uint32', wordOrder: 'CDAB' }, 131_073],
  ['0001 0002', { type: 'uint32', wordOrder: 'BADC' }, 0x01000200],
  ['0001 0002', { type: 'uint32', wordOrder: 'DCBA' }, 0x02000100],
  ['ffff fffe', { type: 'int32', wordOrder: 'ABCD' }, -2],
  ['ffff fffe', { type: 'uint32', wordOrder: 'ABCD' }, 4_294_967_294],
  // Above 2^53 a number would round: 2^53 + 1.
  ['0020 0000 0000 0001', { type: 'int64', wordOrder: 'ABCD' }, 9_007_199_254_740_993n],
  ['0001 0000 0000 0020', { type: 'uint64', wordOrder: 'CDAB' }, 9_007_199_254_740_993n],
  ['2000 0000 0000 0100', { type: 'uint64', wordOrder: 'BADC' }, 9_007_199_254_740_993n],
  ['0100 0000 0000 2000', { type: 'uint64', wordOrder: 'DCBA' }, 9_007_199_254_740_993n],
  ['ffff ffff ffff ffff', { type: 'int64', wordOrder: 'ABCD' }, -1n],
  ['ffff ffff ffff ffff', { type: 'uint64', wordOrder: 'ABCD' }, 18_446_744_073_709_551_615n],
  // 1.0 is 3F F0 and six zeros.
  ['3ff0 0000 0000 0000', { type: 'float64', wordOrder: 'ABCD' }, 1],
  ['0000 0000 0000 3ff0', { type: 'float64', wordOrder: 'CDAB' }, 1],
  ['f03f 0000 0000 0000', { type: 'float64', wordOrder: 'BADC' }, 1],
  ['0000 0000 0000 f03f', { type: 'float64', wordOrder: 'DCBA' }, 1],
  ['01', { type: 'bool' }, true],
  ['00', { type: 'bool' }, false],
  ['8001', { type: 'bool', bit: 0 }, true],
  ['8001', { type: 'bool', bit: 15 }, true],
  ['8001', { type: 'bool', bit: 7 }, false],
  ['8001', { type: 'bool', bit: 7, wordOrder: 'BADC' }, true],
  // "GD-104": padding of NUL, of spaces, and none.
  ['4744 2d31 3034 0000', { type: 'string', wordOrder: 'ABCD', length: 8 }, 'GD-104'],
  ['4744 2d31 3034 2020', { type: 'string', wordOrder: 'CDAB', length: 8 }, 'GD-104'],
  ['4447 312d 3430', { type: 'string', wordOrder: 'BADC', length: 6 }, 'GD-104'],
  ['4447 312d 3430', { type: 'string', wordOrder: 'DCBA', length: 6 }, 'GD-104'],
  // Of an odd length the last byte is not part of the string.
  ['4142 43ff', { type: 'string', wordOrder: 'ABCD', length: 3 }, 'ABC'],
  ['0000', { type: 'string', wordOrder: 'ABCD', length: 2 }, ''],
];

const undecodable: readonly [string, Declared, string][] = [
  ['42f1 0000', { type: 'float32' }, 'no word order'],
  ['0000 0001', { type: 'uint32' }, 'no word order'],
  ['0000 0000 0000 0001', { type: 'int64' }, 'no word order'],
  ['4142', { type: 'string', length: 2 }, 'no word order'],
  ['4142', { type: 'string', wordOrder: 'ABCD' }, 'no length'],
  ['4142', { type: 'string', wordOrder: 'ABCD', length: 4 }, '2 registers'],
  ['42f1', { type: 'float32', wordOrder: 'ABCD' }, '4 bytes'],
  ['42f1 0000 00', { type: 'float32', wordOrder: 'ABCD' }, '4 bytes'],
  ['', { type: 'int16' }, '2 bytes'],
  ['12', { type: 'int16' }, '2 bytes'],
  ['02', { type: 'bool' }, 'one bit'],
  ['0001', { type: 'bool' }, 'one bit'],
  ['0001', { type: 'bool', bit: 16 }, 'no bit 16'],
  ['0001', { type: 'bool', bit: -1 }, 'no bit -1'],
  ['01', { type: 'uint8' }, '16 bits'],
  ['01', { type: 'int8' }, '16 bits'],
  ['4100 4200', { type: 'string', wordOrder: 'ABCD', length: 4 }, 'printable'],
  ['b0e6', { type: 'string', wordOrder: 'ABCD', length: 2 }, 'printable'],
  ['0a41', { type: 'string', wordOrder: 'ABCD', length: 2 }, 'printable'],
];

describe('decoding a Modbus value', () => {
  it.each(values)('%s as %o', (hex, declared, value) => {
    expect(decode(bytes(hex), declared)).toEqual({ ok: true, value });
  });

  it.each(undecodable)('%s as %o is undecodable: %s', (hex, declared, what) => {
    expect(decode(bytes(hex), declared)).toEqual({ ok: false, what: expect.stringContaining(what) });
  });

  it('gives both orders of a float as plausible numbers, which is why none is assumed', () => {
    const both = (['ABCD', 'CDAB'] as const).map((wordOrder) =>
      decode(bytes('42f1 4296'), { type: 'float32', wordOrder }),
    );
    expect(both.map((it) => it.ok && Math.round(Number(it.value)))).toEqual([121, 75]);
  });

  it('is total: any bytes give a value of the declared kind, or a reason', () => {
    const declared = fc.record({
      type: fc.constantFrom(...dataTypes),
      wordOrder: fc.constantFrom(undefined, ...wordOrders),
      bit: fc.option(fc.integer({ min: -1, max: 17 }), { nil: undefined }),
      length: fc.option(fc.integer({ min: -1, max: 300 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), declared, (raw, it) => {
        const before = Uint8Array.from(raw);
        const decoded = decode(raw, it);
        expect(raw).toEqual(before);
        expect(decoded.ok ? typeof decoded.value : decoded.what).toEqual(
          decoded.ok ? kindOf[it.type] : expect.stringMatching(/./),
        );
      }),
    );
  });
});

const kindOf: Readonly<Record<Declared['type'], string>> = {
  bool: 'boolean',
  int8: 'never',
  uint8: 'never',
  int16: 'number',
  uint16: 'number',
  int32: 'number',
  uint32: 'number',
  int64: 'bigint',
  uint64: 'bigint',
  float32: 'number',
  float64: 'number',
  string: 'string',
};
