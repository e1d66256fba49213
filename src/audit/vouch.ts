import { text } from '../messages/index.ts';
import type { Plant } from '../plant/index.ts';
import { describeFault, type Fault } from '../protocols/index.ts';
import { type Inputs, type Need, type RecordReach, type Rule, type Sample, sourceOf } from '../rules/index.ts';
import type { Missing } from './outcome.ts';
import type { ControllerRecord } from './record.ts';
import { usable } from './usable.ts';
import { type PostureNeed, vouchBehind } from './vouch-behind.ts';
import type { Witnessed } from './witness.ts';

/** Everything that was collected, by controller. */
export type Observed = ReadonlyMap<string, Witnessed>;

/** The inputs of one part, all of them usable; or what is missing, with the reason of each. */
export type Vouched =
  | { readonly ok: true; readonly inputs: Inputs; readonly evidence: readonly number[] }
  | { readonly ok: false; readonly missing: readonly Missing[]; readonly evidence: readonly number[] };

/**
 * Vouches for what a part needs. A reading that cannot be judged, or whose controller is not the declared one
 * (`unattributable`), is missing: there is no path from here to pass or fail. A mirror proves what one system shows,
 * not what another does; a file proves nothing live (judgement.md §6).
 */
export function vouch(
  needs: readonly Need[],
  plant: Plant,
  observed: Observed,
  unattributable: ReadonlySet<string>,
  mirror?: Rule['mirror'],
): Vouched {
  const readings = new Map<string, readonly Sample[]>();
  const series = new Map<string, readonly Sample[]>();
  const writable = new Map<string, boolean>();
  const reaches = new Map<string, RecordReach>();
  const missing: Missing[] = [];
  const evidence: number[] = [];
  const standbys = new Map<string, ControllerRecord['standby']>();
  for (const need of needs) {
    if (need.kind === 'standby') {
      const seen = observed.get(need.controller)?.controller;
      evidence.push(...(seen === undefined ? [] : [seen.evidence]));
      const unclear = seen?.standby.find(({ fault }) => fault !== undefined && !isAbsence(fault));
      if (seen?.self !== undefined && unclear?.fault !== undefined)
        missing.push({ of: unclear.endpoint, why: describeFault(unclear.fault) });
      else if (seen?.self !== undefined) standbys.set(need.controller, seen.standby);
      else
        missing.push({
          of: need.controller,
          why: seen?.fault === undefined ? text('audit.never-read') : describeFault(seen.fault),
        });
      continue;
    }
    if (need.kind === 'access' || need.kind === 'history') {
      const behind = vouchBehind(need, plant, observed, unattributable);
      evidence.push(...behind.evidence);
      if ('missing' in behind) missing.push(behind.missing);
      else if ('writable' in behind) writable.set(need.tag, behind.writable);
      else reaches.set(need.tag, behind.reach);
      continue;
    }
    const result = one(need, plant, observed, unattributable, mirror);
    evidence.push(...result.evidence);
    if ('missing' in result) {
      if (need.kind === 'reading' && need.optional === true) {
        if (!readings.has(need.tag)) readings.set(need.tag, []);
      } else missing.push(result.missing);
    } else if (need.kind === 'reading') readings.set(need.tag, result.samples);
    else if (need.kind === 'series') series.set(need.tag, result.samples);
  }
  if (missing.length > 0) return { ok: false, missing, evidence };
  return {
    ok: true,
    evidence,
    inputs: {
      observedAtMs: observedAtMs(observed),
      reading: (tag) => given(given(readings.get(tag), tag).at(-1), tag),
      readings: (tag) => given(readings.get(tag), tag),
      series: (tag) => given(series.get(tag), tag),
      resolutionMs: (tag) => resolutionOf(given(series.get(tag) ?? readings.get(tag), tag)),
      standby: (controller) =>
        given(standbys.get(controller), controller).map(({ endpoint, fault }) => ({
          endpoint,
          isThere: fault === undefined,
        })),
      writable: (tag) => given(writable.get(tag), tag),
      recordReach: (tag) => given(reaches.get(tag), tag),
      selfReport: (controller) => given(observed.get(controller)?.controller.self, controller),
    },
  };
}

/** Nothing came from there. What was declined, or not asked because the run was stopped, says nothing about redundancy. */
function isAbsence({ kind }: Fault): boolean {
  return kind === 'timeout' || kind === 'unreachable';
}

function one(
  need: Exclude<Need, PostureNeed | { readonly kind: 'standby' }>,
  plant: Plant,
  observed: Observed,
  unattributable: ReadonlySet<string>,
  mirror: Rule['mirror'],
): OneResult {
  if (need.kind === 'self-report') return selfReport(need, observed, unattributable);
  const point = plant.points.get(need.tag);
  if (point === undefined) throw new Error(`a check needs ${need.tag}, which is no point`);
  const collected = observed.get(point.controller);
  const all = collected?.observations.get(need.tag) ?? [];
  const offset = collected?.controller.clockOffsetMs ?? 0;
  const last = usable(point, all.at(-1), offset);
  const miss = (why: Missing['why']): OneResult => ({ missing: { of: need.tag, why }, evidence: last.evidence });
  if (unattributable.has(point.controller)) return miss(text('audit.unattributable', { controller: point.controller }));
  if (!last.usable) return miss(last.why);
  const source = sourceOf(point, plant);
  if (source.via === 'file') return miss(text('audit.from-file'));
  if (source.via === 'mirror' && mirror !== 'accepted')
    return miss(text('audit.only-mirrored', { at: point.controller, of: source.mirrorOf ?? '' }));
  const distrust = collected?.distrusted?.get(need.tag);
  if (distrust !== undefined) {
    return { missing: { of: need.tag, why: distrust.why }, evidence: [...last.evidence, distrust.evidence] };
  }
  const good = [...all].flatMap((observation) => {
    const result = usable(point, observation, offset);
    return result.usable ? [result] : [];
  });
  const [first, ...later] = good;
  if (need.kind === 'reading') {
    const samples = later.map((each) => each.sample);
    // Where the value changed, the entries of the change are evidence too.
    const changes = good.filter((each, index) => index > 0 && each.sample.value !== good[index - 1]?.sample.value);
    const evidence = [...changes.slice(0, 20).flatMap((each) => each.evidence), ...last.evidence];
    const isDiscrete = point.oneMeans !== undefined;
    return {
      samples: first === undefined ? [last.sample] : [first.sample, ...samples],
      evidence: isDiscrete ? [...new Set(evidence)] : last.evidence,
    };
  }
  if (first === undefined || good.length < 2) return miss(text('audit.too-few-samples', { tag: need.tag }));
  const hadMs = last.sample.atMs - first.sample.atMs;
  // One sampling interval may be cut off at either end of the window.
  if (hadMs < need.spanMs * 0.8) {
    return miss(
      text('audit.window-too-short', {
        tag: need.tag,
        had: Math.round(hadMs / 1000),
        needs: Math.round(need.spanMs / 1000),
      }),
    );
  }
  const samples = [first.sample, ...later.map((each) => each.sample)] as const;
  const everyMs = resolutionOf(samples);
  if (need.everyMs !== undefined && (everyMs === undefined || everyMs > 2 * need.everyMs)) {
    const [had, needs] = [everyMs ?? hadMs, need.everyMs].map((ms) => Math.round(ms) / 1000);
    return miss(text('audit.sampled-too-seldom', { tag: need.tag, had: had ?? 0, needs: needs ?? 0 }));
  }
  return { samples, evidence: [...new Set([...first.evidence, ...last.evidence])] };
}

/** The longest time between two samples in a row, ms; undefined for a single one. */
function resolutionOf(samples: readonly Sample[]): number | undefined {
  let longest: number | undefined;
  for (const [index, { atMs }] of samples.entries()) {
    const before = samples[index - 1];
    if (before !== undefined) longest = Math.max(longest ?? 0, atMs - before.atMs);
  }
  return longest;
}

type OneResult =
  | { readonly samples: readonly [Sample, ...Sample[]]; readonly evidence: readonly number[] }
  | { readonly missing: Missing; readonly evidence: readonly number[] };

function selfReport(
  need: Extract<Need, { kind: 'self-report' }>,
  observed: Observed,
  unattributable: ReadonlySet<string>,
): OneResult {
  const seen = observed.get(need.controller)?.controller;
  const evidence = seen === undefined ? [] : [seen.evidence];
  const miss = (why: Missing['why']): OneResult => ({ missing: { of: need.controller, why }, evidence });
  if (seen?.self === undefined)
    return miss(seen?.fault === undefined ? text('audit.never-read') : describeFault(seen.fault));
  if (need.part !== 'identity' && unattributable.has(need.controller)) {
    return miss(text('audit.unattributable', { controller: need.controller }));
  }
  const served = {
    identity: !('fault' in seen.self.identity),
    'run-state': seen.self.runState === 'run' || seen.self.runState === 'stop',
    clock: seen.self.clock !== undefined,
  };
  if (need.part === 'identity' && 'fault' in seen.self.identity) return miss(describeFault(seen.self.identity.fault));
  if (!served[need.part]) return miss(text(`audit.self-not-served-${need.part}`, { controller: need.controller }));
  return { samples: [{ value: true, atMs: seen.self.clock?.at.utc ?? 0 }], evidence };
}

/** When the last observation was made, ms since 1970; looked for once, since thousands of parts ask it of the same. */
function observedAtMs(observed: Observed): number {
  const known = lastMoments.get(observed);
  if (known !== undefined) return known;
  let last = 0;
  for (const { observations } of observed.values())
    for (const series of observations.values()) last = Math.max(last, series.at(-1)?.at.utc ?? 0);
  lastMoments.set(observed, last);
  return last;
}

const lastMoments = new WeakMap<Observed, number>();

function given<T>(value: T | undefined, of: string): T {
  if (value === undefined) throw new Error(`a check asked for ${of}, which it did not name in its needs`);
  return value;
}
