import type { EpochMs } from '../observation.ts';

/**
 * A controller's clock as if it were UTC, from the ten bytes of a clock reply; undefined where they are no date.
 * The century byte counts nothing (some CPUs say 19 for ever): years 90 to 99 are 1990 to 1999, the others from 2000 on.
 */
export function decodeClock(bytes: Uint8Array): EpochMs | undefined {
  if (bytes.length !== 10) return undefined;
  const [year, month, day, hour, minute, second, hundredths] = [...bytes.subarray(2, 9)].map(twoDigits);
  // The last byte holds the third digit of the milliseconds, and the day of the week.
  const thousandth = (bytes[9] ?? 0) >> 4;
  if (year === undefined || month === undefined || day === undefined || thousandth > 9) return undefined;
  if (hour === undefined || minute === undefined || second === undefined || hundredths === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const fullYear = year >= 90 ? 1900 + year : 2000 + year;
  const date = new Date(Date.UTC(fullYear, month - 1, day, hour, minute, second, hundredths * 10 + thousandth));
  // The calendar rolls an impossible day over into another month.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}

function twoDigits(bcd: number): number | undefined {
  const [tens, units] = [bcd >> 4, bcd & 0x0f];
  return tens > 9 || units > 9 ? undefined : tens * 10 + units;
}
