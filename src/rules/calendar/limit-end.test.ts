import { describe, expect, it } from 'vitest';
import { limitEnd } from './limit-end.ts';

describe('limitEnd', () => {
  it.each([
    ['2018-02-01', 30, '2018-03-03', 'February has 28 days, the first day is not counted'],
    ['2018-02-01', 180, '2018-07-31', 'half a year of days'],
    ['2020-02-01', 30, '2020-03-02', 'February of a leap year'],
    ['2017-12-31', 1, '2018-01-01', 'a public holiday: the date stays'],
  ])('%s + %i days = %s: %s', (from, days, end) => {
    expect(limitEnd(from, days)).toBe(end);
  });
});
