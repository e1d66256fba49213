import { type Text, text } from '../../messages/index.ts';
import { indexOf, type Permit, type Plant, type Point } from '../../plant/index.ts';
import type { Inputs, Part, Sample } from '../check.ts';
import { localTime } from '../local-time.ts';
import { pointOf, saysOne } from './discrete.ts';

/**
 * One bypass or force switch: off, or on with a permit that is valid whenever it was seen on. An operational override
 * needs none while the unit starts, for no longer than its own limit (judgement.md §4).
 */
export function permittedPart(plant: Plant, tag: string): Part {
  const point = pointOf(plant, tag);
  return {
    name: `bypass ${tag}`,
    needs: [
      { kind: 'reading', tag },
      { kind: 'past', tag },
    ],
    undecided: (inputs) => {
      const reading = unpermitted(plant, tag, inputs);
      return reading === undefined ? undefined : ageUnknown(point, inputs);
    },
    judge: (inputs) => {
      const reading = unpermitted(plant, tag, inputs);
      if (reading === undefined) return { says: 'pass', because: permittedBecause(plant, tag, inputs) };
      const since = onSince(inputs.readings(tag), inputs.past(tag));
      if (point.operationalLimitMs !== undefined && inputs.unitState === 'starting') {
        const words = { tag, minutes: Math.round(point.operationalLimitMs / 60_000) };
        return since.forMs <= point.operationalLimitMs
          ? { says: 'pass', because: text('checks.override-starting', words) }
          : {
              says: 'fail',
              expected: text('checks.override-expected', words),
              actual: text('checks.override-too-long', { ...words, since: since.says }),
            };
      }
      return {
        says: 'fail',
        expected: text('rules.bypass-expected', { tag }),
        actual: actualOf(plant, point, reading, since.says),
      };
    },
  };
}

/** The first moment at which the switch was seen on without a valid permit; a bypass removed while the auditor looks was in force. */
function unpermitted(plant: Plant, tag: string, inputs: Inputs): Sample | undefined {
  return inputs
    .readings(tag)
    .find(
      (sample) =>
        sample.isStanding !== true && saysOne(sample.value) && permitAt(plant, tag, sample.atMs) === undefined,
    );
}

function permittedBecause(plant: Plant, tag: string, inputs: Inputs): Text {
  const on = inputs.readings(tag).findLast((sample) => saysOne(sample.value));
  const permit = on === undefined ? undefined : permitAt(plant, tag, on.atMs);
  if (permit === undefined) return text('rules.bypass-off', { tag });
  const approvedBy = permit.approvedBy.join('、');
  return text('rules.bypass-permitted', { tag, approvedBy, reason: permit.reason, until: localTime(permit.to) });
}

function actualOf(plant: Plant, { tag, role }: Point, reading: Sample, since: Text): Text {
  const ended = indexOf(plant)
    .permitsOf(tag)
    .filter((candidate) => candidate.to < reading.atMs);
  const last = ended.toSorted((a, b) => b.to - a.to)[0];
  if (last !== undefined) return text('rules.bypass-permit-expired', { tag, until: localTime(last.to) });
  return text(role === 'force' ? 'checks.force-active-since' : 'checks.bypass-active-since', { tag, since });
}

/** Of an operational override that was on before anybody looked nobody can tell how long; longer than its limit is known. */
function ageUnknown(point: Point, inputs: Inputs): Text | undefined {
  const { tag, operationalLimitMs: limit } = point;
  if (limit === undefined) return undefined;
  const since = onSince(inputs.readings(tag), inputs.past(tag));
  if (inputs.unitState === 'unknown') return text('checks.override-state-unknown', { tag });
  // Running or starting: longer than the limit is allowed in neither.
  if (inputs.unitState === 'operating' && since.forMs <= limit) return text('checks.override-state-unknown', { tag });
  if (inputs.unitState !== 'starting' || since.isExact || since.forMs > limit) return undefined;
  return text('checks.override-age-unknown', { tag, since: since.says, minutes: Math.round(limit / 60_000) });
}

/**
 * Since when a switch that was seen on is on: since its change in the window, since the change that its controller recorded,
 * or at least since the first of these records or the beginning of the window.
 */
export function onSince(
  seen: readonly Sample[],
  past: readonly Sample[] = [],
): {
  readonly isExact: boolean;
  readonly forMs: number;
  readonly says: Text;
} {
  const samples = [...past, ...seen];
  const end = samples.findLastIndex((sample) => saysOne(sample.value));
  const before = samples.slice(0, end).findLastIndex((sample) => !saysOne(sample.value));
  const first = samples[before + 1];
  const forMs = (samples[end]?.atMs ?? 0) - (first?.atMs ?? 0);
  const at = localTime(first?.atMs ?? 0);
  const isExact = before >= 0;
  const isRecorded = before + 1 < past.length;
  if (isRecorded)
    return { isExact, forMs, says: text(isExact ? 'checks.on-since-record' : 'checks.on-since-records', { at }) };
  return { isExact, forMs, says: text(isExact ? 'checks.on-since' : 'checks.on-since-at-least', { at }) };
}

/** The permit that covered a switch at a moment (ms since 1970). */
export function permitAt(plant: Plant, tag: string, atMs: number): Permit | undefined {
  return indexOf(plant)
    .permitsOf(tag)
    .find((permit) => permit.from <= atMs && atMs <= permit.to);
}
