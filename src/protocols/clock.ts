import type { Moment } from './observation.ts';

/** The only source of time for readers and audits; simulated plants bring their own. */
export interface Clock {
  now(): Moment;
  /** True when the times are not this machine's: the record and every page then say so. */
  readonly simulated: boolean;
}

/** The machine's own clocks. */
export const systemClock: Clock = {
  now: () => ({ utc: Date.now(), monotonicMs: performance.now() }),
  simulated: false,
};

/** A clock that starts at `startUtc` (ms since 1970) and runs at the pace of the machine's monotonic clock. */
export function simulatedClock(startUtc: number): Clock {
  const origin = performance.now();
  return {
    now: () => {
      const monotonicMs = performance.now();
      return { utc: Math.round(startUtc + (monotonicMs - origin)), monotonicMs };
    },
    simulated: true,
  };
}
