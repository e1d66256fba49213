import type { RequestPlanner } from '../planned-request.ts';

/** A file is read from disk: nothing is sent to anybody. */
export const fileRequests: RequestPlanner = {
  opening: () => [],
  identity: () => [],
  followUps: () => [],
  reads: () => [],
  otherParts: () => [],
  closing: () => [],
  reconnections: () => 0,
  busyRetries: 0,
};
