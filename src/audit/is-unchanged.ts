import { isDeepStrictEqual } from 'node:util';
import type { Observation, Reading } from '../protocols/index.ts';

/**
 * Whether a point says what it said before: the same value, bytes, type, quality and status, or the same silence. Bytes
 * that hold times of their own (OPC UA) differ at every sight: there the decoded value counts, and the times go on record.
 */
export function isUnchanged(before: Observation, now: Observation): boolean {
  if (before.kind === 'silence') return now.kind === 'silence' && isDeepStrictEqual(before.fault, now.fault);
  return (
    now.kind === 'reading' &&
    Object.is(before.value, now.value) &&
    before.type === now.type &&
    before.quality === now.quality &&
    before.status?.code === now.status?.code &&
    before.status?.name === now.status?.name &&
    before.standing === now.standing &&
    (isTimed(now) || areSameBytes(before.raw, now.raw))
  );
}

function isTimed({ serverTime, sourceTime }: Reading): boolean {
  return serverTime !== undefined || sourceTime !== undefined;
}

function areSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
