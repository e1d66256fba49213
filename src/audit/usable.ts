import { type Text, text } from '../messages/index.ts';
import type { Point } from '../plant/index.ts';
import { describeFault, type Value } from '../protocols/index.ts';
import type { Sample } from '../rules/index.ts';
import type { RecordedObservation } from './record.ts';

/** A reading that may be judged, or why not. There is no third way: this is the only door to a check. */
export type Usability =
  | { readonly usable: true; readonly sample: Sample; readonly evidence: readonly number[] }
  | { readonly usable: false; readonly why: Text; readonly evidence: readonly number[] };

/** Oldest age, on the controller's own clock, at which a reading still says what is, where its point declares none (ms). */
const oldestMs = 60_000;

/** Whether one observation of a point may be judged (judgement.md §3); the value is given in engineering units. */
export function usable(point: Point, observation: RecordedObservation | undefined, clockOffsetMs: number): Usability {
  if (observation === undefined) return { usable: false, why: text('audit.never-read'), evidence: [] };
  const { confirmation } = observation;
  const evidence = confirmation === undefined ? [observation.evidence] : [observation.evidence, confirmation];
  if (observation.kind === 'silence') return { usable: false, why: describeFault(observation.fault), evidence };
  const refuse = (why: Text): Usability => ({ usable: false, why, evidence });
  const status = observation.status?.name ?? '';
  if (observation.quality !== 'good') return refuse(text(`audit.quality-${observation.quality}`, { status }));
  if (observation.type !== point.type) {
    return refuse(text('audit.wrong-type', { declared: point.type, found: observation.type }));
  }
  if (typeof observation.value === 'number' && !Number.isFinite(observation.value)) {
    return refuse(text('audit.not-finite', { value: String(observation.value) }));
  }
  if (point.oneMeans !== undefined && !isBit(observation.value)) {
    return refuse(text('audit.not-discrete', { value: String(observation.value) }));
  }
  // A source time is the time of the last change, which says nothing of the age, unless the point declares otherwise.
  const stamps = [observation.serverTime, ...(point.stamps === 'on-sample' ? [observation.sourceTime] : [])];
  for (const stamp of stamps) {
    if (stamp === undefined) continue;
    const ageMs = observation.at.utc + clockOffsetMs - stamp;
    if (ageMs > (point.maxAgeMs ?? oldestMs)) return refuse(text('audit.stale', { seconds: Math.round(ageMs / 1000) }));
  }
  const value = engineering(point, observation.value);
  return { usable: true, sample: { value, atMs: observation.at.utc }, evidence };
}

/** A discrete value is 0 or 1; another number says nothing that the plant file explains, and is never taken for off. */
function isBit(value: Value): boolean {
  return typeof value === 'boolean' || value === 0 || value === 1 || value === 0n || value === 1n;
}

function engineering(point: Point, raw: Value): Value {
  if (point.scale === undefined || typeof raw === 'boolean' || typeof raw === 'string') return raw;
  return Number(raw) * point.scale.factor + point.scale.offset;
}
