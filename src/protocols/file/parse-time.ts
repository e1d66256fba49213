import type { EpochMs } from '../observation.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A time stamp of an export, in ms since 1970; `zoneMinutes` is the declared zone, which a zone of its own outranks.
 * Undefined for whatever is no time, does not exist, or may be two different days (03/04/2018).
 */
export function parseTime(written: string, zoneMinutes: number): EpochMs | undefined {
  const plain = written.normalize('NFKC').trim();
  const found = isoLike(plain) ?? chinese(plain) ?? monthNamed(plain) ?? dayFirst(plain) ?? compact(plain);
  if (found === undefined) return undefined;
  const { year, month, day, hour, minute, second, ms, zone } = found;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  const back = new Date(utc);
  const exists =
    back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return exists ? utc - (zone ?? zoneMinutes) * 60_000 : undefined;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  /** Minutes east of UTC, where the stamp itself says it. */
  readonly zone?: number;
}

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:](\d{1,9}))?)?`;
const zoneWord = String.raw`\s*(Z|UTC|[+-]\d{2}:?\d{2})?`;

function isoLike(plain: string): Parts | undefined {
  const match = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]\s*${clock}${zoneWord})?$`, 'i').exec(
    plain,
  );
  return match === null ? undefined : partsOf(match.slice(1));
}

function chinese(plain: string): Parts | undefined {
  const match =
    /^(\d{4})年(\d{1,2})月(\d{1,2})日\s*(?:(\d{1,2})[时:](\d{1,2})(?:[分:](\d{1,2})(?:秒?[.:]?(\d{1,3})?(?:毫秒|秒)?)?)?分?秒?)?$/.exec(
      plain,
    );
  return match === null ? undefined : partsOf(match.slice(1));
}

/** `01-Feb-18 10:00:00.5` */
function monthNamed(plain: string): Parts | undefined {
  const match = new RegExp(
    String.raw`^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{2}|\d{4})(?:\s+${clock}${zoneWord})?$`,
  ).exec(plain);
  if (match === null) return undefined;
  const [day = '', name = '', year = '', ...rest] = match.slice(1);
  const month = months.indexOf(name.toLowerCase()) + 1;
  return month === 0 ? undefined : partsOf([year.length === 2 ? `20${year}` : year, String(month), day, ...rest]);
}

/** Day or month first: told only where one of them cannot be a month, or both are the same. */
function dayFirst(plain: string): Parts | undefined {
  const match = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s+${clock}${zoneWord})?$`).exec(plain);
  if (match === null) return undefined;
  const [a = '', b = '', year = '', ...rest] = match.slice(1);
  if (Number(a) > 12 || Number(a) === Number(b)) return partsOf([year, b, a, ...rest]);
  return Number(b) > 12 ? partsOf([year, a, b, ...rest]) : undefined;
}

/** `20180201 100000.123` */
function compact(plain: string): Parts | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})[ T]?(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?$/.exec(plain);
  return match === null ? undefined : partsOf(match.slice(1));
}

function partsOf([year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone]: readonly (
  | string
  | undefined
)[]): Parts {
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    ms: Number(fraction.padEnd(3, '0').slice(0, 3)),
    ...(zone === undefined ? {} : { zone: zoneOf(zone) }),
  };
}

function zoneOf(written: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(written) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
