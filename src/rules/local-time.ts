const chinaOffsetMs = 8 * 3_600_000;

/** `2018-02-01 10:00:00` in the plant's zone (Asia/Shanghai, no daylight saving since 1991). */
export function localTime(utcMs: number): string {
  return new Date(utcMs + chinaOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2018-02-01`: the calendar date in the plant's zone. */
export function localDate(utcMs: number): string {
  return localTime(utcMs).slice(0, 10);
}
