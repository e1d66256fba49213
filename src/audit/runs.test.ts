import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIn, numbersIn, runsOf } from './runs.ts';

describe('runs of numbers', () => {
  it('stand in order, neighbours as one', () => {
    expect(runsOf([7, 3, 1, 2, 9, 8])).toEqual([
      [1, 3],
      [7, 9],
    ]);
    expect(runsOf([5, 3])).toEqual([3, 5]);
    expect(runsOf([])).toEqual([]);
  });

  it('hold the numbers that they were made of, and no other', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(numbers, (all) => {
        const runs = runsOf(all);
        expect(numbersIn(runs)).toEqual(all.toSorted((a, b) => a - b));
        for (let number = 0; number <= 61; number += 1) expect(isIn(runs, number)).toBe(all.includes(number));
      }),
    );
  });
});
