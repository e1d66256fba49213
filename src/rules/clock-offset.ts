import type { SelfReport } from '../protocols/index.ts';

const chinaOffsetMs = 8 * 3_600_000;

/**
 * By how many ms a controller's clock is ahead of ours. A clock without a zone may run on UTC or on local time:
 * the nearer of the two is taken, since whole hours are a question of zones first (judgement.md §6).
 */
export function clockOffset(clock: NonNullable<SelfReport['clock']>): number {
  const asUtc = clock.says - clock.at.utc;
  if (clock.hasZone) return Math.round(asUtc);
  const asLocal = asUtc - chinaOffsetMs;
  return Math.round(Math.abs(asLocal) < Math.abs(asUtc) ? asLocal : asUtc);
}
