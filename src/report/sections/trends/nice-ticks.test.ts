import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceTicks, numberLabel } from './nice-ticks.ts';

describe('the scale of a trend', () => {
  it.each([
    [
      [85, 140, 120, 110],
      [80, 100, 120, 140, 160],
    ],
    [
      [0.12, 0.4, 0.32],
      [0.1, 0.2, 0.3, 0.4, 0.5],
    ],
    [[7], [6.8, 7, 7.2]],
  ])('of %j has round steps', (values, ticks) => {
    expect(niceTicks(values).ticks.map(numberLabel).map(Number)).toEqual(ticks);
  });

  it('holds every value', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (all) => {
        const { low, high } = niceTicks(all);
        expect(low).toBeLessThanOrEqual(Math.min(...all));
        expect(high).toBeGreaterThanOrEqual(Math.max(...all));
        expect(high).toBeGreaterThan(low);
      }),
    );
  });
});
