import { describe, expect, it } from 'vitest';
import type { Value } from '../data-type.ts';
import type { Observation } from '../observation.ts';
import type { ProbePoint } from '../probe-report.ts';
import { looksOdd, modbusHints } from './hints.ts';

const point: ProbePoint = {
  tag: 'TT-101',
  type: 'float32',
  wordOrder: 'ABCD',
  address: { protocol: 'modbus', table: 'holding', offset: 100 },
  plausible: { low: 0, high: 200 },
};
const at = { utc: 0, monotonicMs: 0 };

describe('looksOdd', () => {
  it.each<[Value, Partial<ProbePoint>, boolean]>([
    [Number.NaN, {}, true],
    [Number.NEGATIVE_INFINITY, {}, true],
    [1e-40, {}, true],
    [0, {}, false],
    [-0, {}, false],
    [121.3, {}, false],
    [2201, {}, true],
    [2200, {}, false],
    [-2000.5, {}, true],
    [1e9, { type: 'int32' }, true],
    [1e9, { type: 'uint16' }, false],
    [Number.NaN, { type: 'float64' }, false],
    [true, { type: 'bool' }, false],
  ])('takes %s of %j for odd: %s', (value, change, odd) => {
    expect(looksOdd(value, { ...point, ...change })).toBe(odd);
  });

  it('finds nothing far where no range is declared', () => {
    const { plausible: _, ...bare } = point;
    expect(looksOdd(3e38, bare)).toBe(false);
  });
});

describe('modbusHints', () => {
  it('gives an odd value under every order, and leaves the choice to a person', () => {
    // 121.3 as CDAB: 42 F2 99 9A came as 99 9A 42 F2, and was read as ABCD.
    const raw = Uint8Array.of(0x99, 0x9a, 0x42, 0xf2);
    const value = new DataView(raw.buffer).getFloat32(0);
    const reading: Observation = {
      kind: 'reading',
      tag: 'TT-101',
      value,
      type: 'float32',
      quality: 'good',
      raw,
      at,
      exchange: 1,
    };
    const hinted = modbusHints.ofPoint(point, reading);
    expect(looksOdd(value, point)).toBe(false);
    expect(hinted.underOrder).toBeUndefined();
    const nan = { ...reading, value: Number.NaN };
    expect(modbusHints.ofPoint(point, nan)).toMatchObject({
      underOrder: { ABCD: value, CDAB: Math.fround(121.3) },
      remarks: [{ key: 'probe.odd-value' }],
    });
  });

  it.each([
    [{ kind: 'no-such-address', code: 2, name: 'illegal data address' } as const, ['probe.off-by-one']],
    [{ kind: 'not-served', code: 1, name: 'illegal function' } as const, []],
    [{ kind: 'timeout', during: 'read', afterMs: 1000 } as const, []],
  ])('hints at counting from 1 after exception 2 only: %j', (fault, keys) => {
    const { remarks } = modbusHints.ofPoint(point, { kind: 'silence', tag: 'TT-101', fault, at });
    expect(remarks.map(({ key }) => key)).toEqual(keys);
  });
});
