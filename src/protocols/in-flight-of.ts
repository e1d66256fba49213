import type { Pacing } from './target.ts';

/** More at once than this gains nothing, and no device takes so many. */
const mostInFlight = 16;

/** How many requests may be in flight at once: as declared, from 1 to 16. */
export function inFlightOf({ maxInFlight }: Pick<Pacing, 'maxInFlight'>): number {
  return Math.max(1, Math.min(maxInFlight, mostInFlight));
}
