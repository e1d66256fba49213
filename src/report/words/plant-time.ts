import type { EpochMs } from '../../protocols/index.ts';

const offsetMs = 8 * 3_600_000;

/** `2018-02-01 10:00:00.123` in the plant's zone (+08:00); undefined for an instant that no calendar has. */
export function plantTime(utc: EpochMs, precision: 'ms' | 's' = 'ms'): string | undefined {
  const local = new Date(utc + offsetMs);
  if (Number.isNaN(local.valueOf())) return undefined;
  return local
    .toISOString()
    .slice(0, precision === 'ms' ? 23 : 19)
    .replace('T', ' ');
}

/** An ISO instant of the record as `2018-02-01 10:00:00` (+08:00); text that is no instant is given back as it stands. */
export function plantTimeOf(iso: string): string {
  return plantTime(Date.parse(iso), 's') ?? iso;
}
