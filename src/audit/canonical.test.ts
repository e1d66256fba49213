import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { describe, expect, it } from 'vitest';
import { fromCanonical, toCanonical } from './canonical.ts';

describe('canonical form', () => {
  it.each<[unknown, string, string]>([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}', 'members in order'],
    [{ a: undefined }, '{}', 'undefined members are left out'],
    [Number.NaN, '{"$num":"NaN"}', 'not a number'],
    [-0, '{"$num":"-0"}', 'minus zero is not zero'],
    [2n ** 63n, '{"$int":"9223372036854775808"}', '64 bits do not fit a number'],
    [new Uint8Array([0, 255]), '{"$hex":"00ff"}', 'bytes'],
    [new Map([['x', 1]]), '{"$map":[["x",1]]}', 'maps'],
  ])('%o is written %s: %s', (value, written) => {
    expect(toCanonical(value)).toBe(written);
  });

  it('is what a library of RFC 8785 writes of everything that JSON can hold', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('10', '9', 'a', 'é', '€', '\ud83d\ude00', 'a,b', 'b', ''));
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(true, false, null, undefined, '反应釜 "TT-101"\n', '\u2028\u007f'),
        fc.array(tie('value')),
        fc.dictionary(key, tie('value'), { noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(values, (value) => {
        if (value !== undefined) expect(toCanonical(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  it('orders the keys of each object by themselves, although their names may be joined alike', () => {
    expect(toCanonical({ 'z,b': 1, a: 2 })).toBe('{"a":2,"z,b":1}');
    expect(toCanonical({ z: 1, 'b,a': 2 })).toBe('{"b,a":2,"z":1}');
  });

  it('refuses what it could not give back', () => {
    expect(() => toCanonical(undefined)).toThrow('undefined');
    expect(() => toCanonical({ a: () => 1 })).toThrow('function');
  });

  it('gives back what it wrote', () => {
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.double(),
        fc.bigInt(),
        fc.string(),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array(),
        fc.array(tie('value')),
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((key) => !key.startsWith('$') && key !== '__proto__'),
          tie('value'),
          { noNullPrototype: true },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(values, (value) => {
        expect(fromCanonical(toCanonical(value))).toEqual(value);
      }),
    );
  });
});
