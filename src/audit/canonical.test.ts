import fc from 'fast-check';
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
