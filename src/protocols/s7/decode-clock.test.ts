import { describe, expect, it } from 'vitest';
import { decodeClock } from './decode-clock.ts';

const clock = (bytes: string) => decodeClock(Uint8Array.from(Buffer.from(bytes.replaceAll(' ', ''), 'hex')));

describe('the clock of a CPU', () => {
  it.each([
    ['00 20 26 11 23 20 46 51 00 01', '2026-11-23T20:46:51.000Z'],
    // The century byte lies in some CPUs.
    ['00 19 14 02 28 23 59 59 99 97', '2014-02-28T23:59:59.999Z'],
    ['00 19 99 12 31 00 00 00 00 00', '1999-12-31T00:00:00.000Z'],
    ['00 20 89 01 01 00 00 00 12 30', '2089-01-01T00:00:00.123Z'],
    ['00 20 24 02 29 12 00 00 00 05', '2024-02-29T12:00:00.000Z'],
  ])('%s is %s', (bytes, iso) => {
    expect(clock(bytes)).toBe(Date.parse(iso));
  });

  it.each([
    ['00 20 26 1a 23 20 46 51 00 01', 'a digit beyond nine'],
    ['00 20 a6 11 23 20 46 51 00 01', 'a year of no digits'],
    ['00 20 26 11 23 20 46 51 00 a1', 'thousandths beyond nine'],
    ['00 20 26 13 23 20 46 51 00 01', 'month 13'],
    ['00 20 26 00 23 20 46 51 00 01', 'month 0'],
    ['00 20 26 11 31 20 46 51 00 01', '31 November'],
    ['00 20 25 02 29 20 46 51 00 01', '29 February 2025'],
    ['00 20 26 11 00 20 46 51 00 01', 'day 0'],
    ['00 20 26 11 23 24 00 00 00 01', '24 hours'],
    ['00 20 26 11 23 20 60 00 00 01', '60 minutes'],
    ['00 20 26 11 23 20 46 60 00 01', '60 seconds'],
    ['00 20 26 11 23 20 46 51 00', 'nine bytes'],
    ['', 'nothing'],
  ])('%s is no time: %s', (bytes) => {
    expect(clock(bytes)).toBeUndefined();
  });
});
