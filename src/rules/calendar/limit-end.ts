/**
 * The last day of a proposed limit in calendar days: the start day is not counted and the end does not roll over
 * a holiday. `from` and the result are `YYYY-MM-DD`.
 */
export function limitEnd(from: string, days: number): string {
  const end = new Date(`${from}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + days);
  return end.toISOString().slice(0, 10);
}
