import { localTime, type Span } from '../../../src/rules/index.ts';

/** `10:00:05.000–10:00:05.270`: not before, not after, in the plant's zone. */
export function spanText({ afterMs, byMs }: Span): string {
  return `${clockText(afterMs)}–${byMs >= Number.MAX_SAFE_INTEGER ? '…' : clockText(byMs)}`;
}

/** `10:00:05.270` */
function clockText(utcMs: number): string {
  const ms = String(Math.floor(utcMs) % 1000).padStart(3, '0');
  return `${localTime(Math.floor(utcMs / 1000) * 1000).slice(11)}.${ms}`;
}

/** `2.10–2.35 s` */
export function tookText({ leastMs, mostMs }: { readonly leastMs: number; readonly mostMs: number }): string {
  return `${(leastMs / 1000).toFixed(2)}–${(mostMs / 1000).toFixed(2)} s`;
}
