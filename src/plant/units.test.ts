import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, sameKind } from './units.ts';

describe('sameKind', () => {
  it.each([
    ['℃', '°C'],
    ['℃', '℉'],
    ['度', 'K'],
    ['m3/h', '㎥/h'],
    ['m³/h', 'L/min'],
    ['MPa(g)', 'kPa(g)'],
    ['MPaG', 'MPa（表压）'],
    ['kPa(a)', 'bara'],
    ['MPa', 'kPa'],
    ['%', '％'],
    ['ppm', '%'],
    ['r/min', 'rpm'],
    ['mm/s', 'm/s'],
    ['%LEL', '% LEL'],
    ['Nm3/h', 'Nm³/h'],
    ['t/h', 'kg/h'],
    ['倍', '倍'],
    ['', ''],
  ])('%s and %s are comparable', (a, b) => {
    expect(sameKind(a, b)).toBe(true);
    expect(sameKind(b, a)).toBe(true);
  });

  it.each([
    ['℃', 'MPa(g)'],
    ['MPa(g)', 'MPa(a)'],
    ['MPa(g)', 'MPa'],
    ['MPa', 'MPa(a)'],
    ['%LEL', '%'],
    ['%LEL', '%VOL'],
    ['Nm3/h', 'm3/h'],
    ['mg/Nm3', 'mg/m3'],
    ['pH', 'H'],
    ['ton', 't'],
    ['rpm', 'Hz'],
    ['倍', '次'],
    ['', '%'],
    ['℃', 'constructor'],
    ['℃', '__proto__'],
  ])('%s and %s are not', (a, b) => {
    expect(sameKind(a, b)).toBe(false);
    expect(sameKind(b, a)).toBe(false);
  });
});

describe('convert', () => {
  it.each([
    [120, '℃', '°F', 248],
    [0, '℃', 'K', 273.15],
    [0.35, 'MPa(g)', 'kPa(g)', 350],
    [5, 'm3/h', 'L/min', 83.3333333333],
    [1, '%', 'ppm', 10000],
    [60, 'Nm3/h', 'Nm³/h', 60],
    [0.1, 'MPa', 'MPa', 0.1],
  ])('%d %s in %s is %d', (value, from, to, expected) => {
    expect(convert({ value, unit: from }, to)).toEqual({ value: expected, unit: to });
  });

  it('refuses what cannot be compared', () => {
    expect(convert({ value: 0.35, unit: 'MPa(g)' }, 'MPa(a)')).toBeUndefined();
    expect(convert({ value: 5, unit: '%LEL' }, '%')).toBeUndefined();
  });

  it('never throws and keeps a value in its own unit, whatever the site writes', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true }), (unit, value) => {
        expect(convert({ value, unit }, unit)).toEqual({ value, unit });
      }),
    );
  });
});
