import { type Cause, convert, type Plant, type Point, type SafetyFunction } from '../../plant/index.ts';
import type { Inputs, Need, Sample } from '../check.ts';
import { isInBand } from './channel-health.ts';
import { convertDifference } from './convert-difference.ts';
import { pointOf, saysOne } from './discrete.ts';

/**
 * How a channel votes: for the trip, against it, `held` in the dead band (a trip that came stays, none comes), not at all
 * (bypassed, or faulted where a fault is ignored), or nobody can tell.
 */
export type Vote = 'trip' | 'no-trip' | 'held' | 'out' | 'unclear';

/** Everything that must be known before the votes of a cause can be counted. */
export function needsOfVotes(cause: Cause): readonly Need[] {
  const setpoint = setpointOf(cause);
  const known = new Set([...cause.channels, ...(setpoint === undefined ? [] : [setpoint])]);
  const switches = new Set([...cause.bypasses, ...cause.forces, ...cause.diagnostics]);
  return [
    ...[...known].map((tag) => ({ kind: 'reading' as const, tag })),
    // Where nothing demands, it does not matter that a switch could not be read.
    ...[...switches].map((tag) => ({ kind: 'reading' as const, tag, optional: true as const })),
  ];
}

/** True where it is declared when the channels demand. */
export function canDemand(cause: Cause, plant: Plant): boolean {
  if (cause.trip !== undefined) return true;
  return cause.channels.every((tag) => bitOfDemand(pointOf(plant, tag), cause.demand) !== undefined);
}

/** The vote of each channel at a moment (ms since 1970); `switches: 'ignored'` counts as if nothing were bypassed and no fault bit were on. */
export function votesAt(
  cause: Cause,
  it: SafetyFunction,
  plant: Plant,
  inputs: Inputs,
  momentMs: number,
  switches: 'heeded' | 'ignored' = 'heeded',
): readonly Vote[] {
  return standingsAt(cause, it, plant, inputs, momentMs, switches).map((standing, index) => {
    const tag = cause.channels[index];
    return standing !== 'votes' || tag === undefined
      ? unlessVoting(standing)
      : ownVote(cause, plant, tag, inputs, momentMs);
  });
}

/** Whether a channel takes part in the vote, whatever it measures; a faulted one may vote for the trip by its fault. */
export type Standing = 'votes' | 'trip' | 'out' | 'unclear';

/** The standing of each channel at a moment (ms since 1970). */
export function standingsAt(
  cause: Cause,
  it: Pick<SafetyFunction, 'onChannelFault'>,
  plant: Plant,
  inputs: Inputs,
  momentMs: number,
  switches: 'heeded' | 'ignored' = 'heeded',
): readonly Standing[] {
  return cause.channels.map((tag, index) => {
    const bypass = switches === 'ignored' ? 'off' : switchAt(cause.bypasses, cause, index, inputs, momentMs);
    if (bypass === 'on') return 'out';
    const reports = switches === 'ignored' ? [] : cause.diagnostics;
    const fault = faultAt(reports, cause, plant, tag, index, inputs, momentMs);
    if (fault === 'on') return whenFaulted(it.onChannelFault);
    return bypass === 'unclear' || fault === 'unclear' ? 'unclear' : 'votes';
  });
}

function unlessVoting(standing: Standing): Vote {
  return standing === 'votes' ? 'unclear' : standing;
}

/** The moments of the window at which any channel of a cause was read, in order. */
export function momentsOf(cause: Cause, inputs: Inputs): readonly number[] {
  const all = cause.channels.flatMap((tag) => inputs.readings(tag).map((sample) => sample.atMs));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** What a point said last, at or before a moment; before its first reading, that one. */
export function sampleAt(samples: readonly Sample[], momentMs: number): Sample | undefined {
  return samples.findLast((sample) => sample.atMs <= momentMs) ?? samples[0];
}

/** The bit at which a discrete channel demands; undefined where nobody said. */
export function bitOfDemand(point: Point, demand: Cause['demand']): boolean | undefined {
  if (point.oneMeans === undefined) return undefined;
  if (demand !== undefined) return point.oneMeans === demand;
  switch (point.oneMeans) {
    case 'tripped':
    case 'alarm':
    case 'fault':
    case 'pressed':
      return true;
    case 'healthy':
      return false;
    default:
      return undefined;
  }
}

/** One switch for each channel stands for its own, a single one for all; otherwise nobody said which is whose. */
function switchAt(
  switches: readonly string[],
  { channels }: Cause,
  index: number,
  inputs: Inputs,
  momentMs: number,
): 'on' | 'off' | 'unclear' {
  const stateOf = (tag: string | undefined) => {
    const sample = tag === undefined ? undefined : sampleAt(inputs.readings(tag), momentMs);
    return sample === undefined ? 'unclear' : saysOne(sample.value) ? 'on' : 'off';
  };
  if (switches.length === 0) return 'off';
  if (switches.length === channels.length) return stateOf(switches[index]);
  if (switches.length === 1) return stateOf(switches[0]);
  return switches.every((tag) => stateOf(tag) === 'off') ? 'off' : 'unclear';
}

function faultAt(
  diagnostics: readonly string[],
  cause: Cause,
  plant: Plant,
  tag: string,
  index: number,
  inputs: Inputs,
  momentMs: number,
): 'on' | 'off' | 'unclear' {
  const point = pointOf(plant, tag);
  const value = sampleAt(inputs.readings(tag), momentMs)?.value;
  if (point.oneMeans === undefined && value !== undefined && !isInBand(point, Number(value))) return 'on';
  if (diagnostics.length === 0) return 'off';
  const reports = diagnostics.map((diagnostic) => {
    const sample = sampleAt(inputs.readings(diagnostic), momentMs);
    if (sample === undefined) return 'unclear';
    const isFault = saysOne(sample.value) !== (pointOf(plant, diagnostic).oneMeans === 'healthy');
    return isFault ? 'on' : 'off';
  });
  if (reports.length === cause.channels.length) return reports[index] ?? 'unclear';
  return reports.every((report) => report === 'off') ? 'off' : 'unclear';
}

function whenFaulted(onChannelFault: SafetyFunction['onChannelFault']): Standing {
  switch (onChannelFault) {
    case 'trip':
      return 'trip';
    case 'ignore':
    case 'degrade':
      return 'out';
    case undefined:
      return 'unclear';
  }
}

function ownVote(cause: Cause, plant: Plant, tag: string, inputs: Inputs, momentMs: number): Vote {
  const point = pointOf(plant, tag);
  const sample = sampleAt(inputs.readings(tag), momentMs);
  if (sample === undefined) return 'unclear';
  const { trip } = cause;
  if (trip === undefined) {
    const bit = bitOfDemand(point, cause.demand);
    if (bit === undefined) return 'unclear';
    return saysOne(sample.value) === bit ? 'trip' : 'no-trip';
  }
  const setpoint = setpointOf(cause);
  const limit =
    setpoint === undefined
      ? trip.value
      : { value: Number(inputs.reading(setpoint).value), unit: pointOf(plant, setpoint).unit ?? trip.value.unit };
  const unit = point.unit ?? limit.unit;
  const at = convert(limit, unit)?.value;
  if (at === undefined) return 'unclear';
  const band = trip.deadband === undefined ? 0 : (convertDifference(trip.deadband, unit) ?? 0);
  const beyond = trip.direction === 'above' ? Number(sample.value) - at : at - Number(sample.value);
  if (beyond > 0) return 'trip';
  return beyond < 0 && beyond >= -band ? 'held' : 'no-trip';
}

function setpointOf({ trip }: Cause): string | undefined {
  return trip?.kind === 'readable' ? trip.setpoint : undefined;
}
