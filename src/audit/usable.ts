import { type Text, text } from '../messages/index.ts';
import type { Point } from '../plant/index.ts';
import { describeFault, type Observation, type Value } from '../protocols/index.ts';
import type { Sample } from '../rules/index.ts';
import type { RecordedObservation } from './record.ts';
import type { SeenAt } from './series.ts';

/** A reading that may be judged, or why not. There is no third way: this is the only door to a check. */
export type Usability =
  | { readonly usable: true; readonly sample: Sample; readonly evidence: readonly number[] }
  | { readonly usable: false; readonly why: Text; readonly evidence: readonly number[] };

/** Oldest age, on the controller's own clock, at which a reading still says what is, where its point declares none (ms). */
export const oldestMs = 60_000;

/** Whether one observation of a point may be judged (judgement.md §3); the value is given in engineering units. */
export function usable(point: Point, observation: RecordedObservation | undefined, clockOffsetMs: number): Usability {
  if (observation === undefined) return { usable: false, why: text('audit.never-read'), evidence: [] };
  const evidence = entriesBehind(observation.evidence, observation.confirmation);
  const told = tellOf(point, observation, observation, clockOffsetMs);
  return 'why' in told
    ? { usable: false, why: told.why, evidence }
    : { usable: true, sample: sampleOf(told.value, observation, observation.at.utc), evidence };
}

/** One usable sample; of a sequence of events it says that nothing changed until the next. */
export function sampleOf(value: Value, said: Observation, atMs: number): Sample {
  if (said.kind === 'silence' || said.recorded === undefined) return { value, atMs };
  return {
    value,
    atMs,
    ...(said.recorded === 'events' ? { isEvent: true } : {}),
    ...(said.standing === true ? { isStanding: true } : {}),
  };
}

/** The entries that show one sample: that of what was said, and that of when it was said again. */
export function entriesBehind(evidence: number, confirmation: number | undefined): readonly number[] {
  return confirmation === undefined ? [evidence] : [evidence, confirmation];
}

/** What a point said, seen at one time: its value in engineering units, or why it may not be judged. */
export function tellOf(
  point: Point,
  said: Observation,
  { at, serverTime, sourceTime }: SeenAt,
  clockOffsetMs: number,
): { readonly value: Value } | { readonly why: Text } {
  if (said.kind === 'silence') return { why: describeFault(said.fault) };
  const { quality, type, value } = said;
  if (quality !== 'good') return { why: text(`audit.quality-${quality}`, { status: said.status?.name ?? '' }) };
  if (type !== point.type) return { why: text('audit.wrong-type', { declared: point.type, found: type }) };
  if (typeof value === 'number' && !Number.isFinite(value))
    return { why: text('audit.not-finite', { value: String(value) }) };
  if (point.oneMeans !== undefined && !isBit(value))
    return { why: text('audit.not-discrete', { value: String(value) }) };
  // A source time is the time of the last change, which says nothing of the age, unless the point declares otherwise.
  const stampedAt = point.stamps === 'on-sample' ? sourceTime : undefined;
  const stale = tooOld(point, at.utc, serverTime, clockOffsetMs) ?? tooOld(point, at.utc, stampedAt, clockOffsetMs);
  return stale === undefined ? { value: engineering(point, value) } : { why: stale };
}

function tooOld(point: Point, atMs: number, stamp: number | undefined, clockOffsetMs: number): Text | undefined {
  if (stamp === undefined) return undefined;
  const ageMs = atMs + clockOffsetMs - stamp;
  return ageMs > (point.maxAgeMs ?? oldestMs) ? text('audit.stale', { seconds: Math.round(ageMs / 1000) }) : undefined;
}

/** A discrete value is 0 or 1; another number says nothing that the plant file explains, and is never taken for off. */
function isBit(value: Value): boolean {
  return typeof value === 'boolean' || value === 0 || value === 1 || value === 0n || value === 1n;
}

function engineering(point: Point, raw: Value): Value {
  if (point.scale === undefined || typeof raw === 'boolean' || typeof raw === 'string') return raw;
  return Number(raw) * point.scale.factor + point.scale.offset;
}
