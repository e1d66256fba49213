import { text } from '../messages/index.ts';
import type { Plant, Point } from '../plant/index.ts';
import { describeFault, type Fault } from '../protocols/index.ts';
import { localTime, type Need, type Rule, sourceOf, type UnitStateWord } from '../rules/index.ts';
import type { Missing } from './outcome.ts';
import { lastSeenMs } from './series.ts';
import { oldestMs } from './usable.ts';
import { type UsableSeries, usableSeries } from './usable-series.ts';
import { pastOf, vouchBehind } from './vouch-behind.ts';
import { type VouchedFact, VouchedInputs } from './vouched-inputs.ts';
import type { Witnessed } from './witness.ts';

/** Everything that was collected, by controller; it does not change any more. */
export type Observed = ReadonlyMap<string, Witnessed>;

/** The inputs of one part, all of them usable; or what is missing, with the reason of each. */
export type Vouched =
  | { readonly ok: true; readonly inputs: VouchedInputs; readonly evidence: readonly number[] }
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
  unitState?: UnitStateWord,
): Vouched {
  const facts: VouchedFact[] = [];
  const missing: Missing[] = [];
  const evidence: number[] = [];
  for (const need of needs) {
    if (need.kind === 'witnessed') {
      evidence.push(need.evidence);
      continue;
    }
    const result = one(need, plant, observed, unattributable, mirror);
    for (const number of result.evidence) evidence.push(number);
    if ('fact' in result) facts.push(result.fact);
    else if (need.kind === 'reading' && need.optional === true)
      facts.push({ kind: 'reading', tag: need.tag, samples: [], resolutionMs: undefined });
    else missing.push(result.missing);
  }
  if (missing.length > 0) return { ok: false, missing, evidence };
  return { ok: true, evidence, inputs: new VouchedInputs(facts, observedAtMs(observed), unitState) };
}

type OneResult =
  | { readonly fact: VouchedFact; readonly evidence: readonly number[] }
  | { readonly missing: Missing; readonly evidence: readonly number[] };

function one(
  need: Exclude<Need, { readonly kind: 'witnessed' }>,
  plant: Plant,
  observed: Observed,
  unattributable: ReadonlySet<string>,
  mirror: Rule['mirror'],
): OneResult {
  switch (need.kind) {
    case 'reading':
    case 'series':
      return sampled(need, plant, observed, unattributable, mirror);
    case 'self-report':
      return selfReport(need, observed, unattributable);
    case 'standby':
      return standby(need, observed, unattributable);
    case 'past': {
      const { tag } = need;
      const { samples, evidence } = pastOf(tag, plant, observed, unattributable);
      return { fact: { kind: 'past', tag, samples }, evidence };
    }
    case 'access':
    case 'history': {
      const behind = vouchBehind(need, plant, observed, unattributable);
      const { evidence } = behind;
      if ('missing' in behind) return { missing: behind.missing, evidence };
      const { tag } = need;
      if ('writable' in behind) return { fact: { kind: 'access', tag, writable: behind.writable }, evidence };
      return { fact: { kind: 'history', tag, reach: behind.reach }, evidence };
    }
  }
}

function sampled(
  need: Extract<Need, { kind: 'reading' | 'series' }>,
  plant: Plant,
  observed: Observed,
  unattributable: ReadonlySet<string>,
  mirror: Rule['mirror'],
): OneResult {
  const { tag } = need;
  const { controller, source, seen, reading, distrust } = seenOf(tag, plant, observed);
  const recordedUntil = observed.get(controller)?.controller.exported?.until;
  const miss = (why: Missing['why']): OneResult => ({ missing: { of: tag, why }, evidence: seen.lastEvidence });
  if (unattributable.has(controller)) return miss(text('audit.unattributable', { controller }));
  if (!seen.isUsable) return miss(seen.why);
  // What nobody can say when it was read, or by whom it was handed over.
  if (source.via === 'file' && recordedUntil === undefined) return miss(text('audit.from-file'));
  if (recordedUntil !== undefined && isOutdated(observed.get(controller), observed))
    return miss(text('file.ended', { at: localTime(recordedUntil) }));
  if (source.via === 'mirror' && mirror !== 'accepted')
    return miss(text('audit.only-mirrored', { at: controller, of: source.mirrorOf ?? '' }));
  if (distrust !== undefined)
    return { missing: { of: tag, why: distrust.why }, evidence: [...seen.lastEvidence, distrust.evidence] };
  if (need.kind === 'reading' && reading !== undefined) return reading;
  const { samples, resolutionMs } = seen;
  const why = need.kind === 'series' ? shortcoming(need, seen) : undefined;
  return why === undefined
    ? { fact: { kind: need.kind, tag, samples, resolutionMs }, evidence: seen.endsEvidence }
    : miss(why);
}

/** Why the samples of a point do not make the series that a part needs; undefined where they do. */
function shortcoming(
  { tag, spanMs, everyMs }: Extract<Need, { kind: 'series' }>,
  { samples, resolutionMs, isSparse }: Extract<UsableSeries, { isUsable: true }>,
): Missing['why'] | undefined {
  if (isSparse) return text('file.only-changes', { tag });
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || samples.length < 2) return text('audit.too-few-samples', { tag });
  const hadMs = last.atMs - first.atMs;
  // One sampling interval may be cut off at either end of the window.
  if (hadMs < spanMs * 0.8) {
    const words = { tag, had: Math.round(hadMs / 1000), needs: Math.round(spanMs / 1000) };
    return text('audit.window-too-short', words);
  }
  if (everyMs !== undefined && (resolutionMs === undefined || resolutionMs > 2 * everyMs)) {
    const [had, needs] = [resolutionMs ?? hadMs, everyMs].map((ms) => Math.round(ms) / 1000);
    return text('audit.sampled-too-seldom', { tag, had: had ?? 0, needs: needs ?? 0 });
  }
  return undefined;
}

/** Whether files end so early that they say nothing about the moment that is judged (a minute, as for readings). */
export function isOutdated(collected: Witnessed | undefined, observed: Observed): boolean {
  const until = collected?.controller.exported?.until;
  return until !== undefined && observedAtMs(observed) - until > oldestMs;
}

/** What was seen of one point. */
interface Seen {
  readonly controller: string;
  readonly source: ReturnType<typeof sourceOf>;
  readonly seen: UsableSeries;
  /** What a need of a reading gets, where it may be judged. */
  readonly reading: OneResult | undefined;
  readonly distrust: { readonly why: Missing['why']; readonly evidence: number } | undefined;
}

/** What was seen of a point, worked out once: many parts of many rules ask for the same points. */
function seenOf(tag: string, plant: Plant, observed: Observed): Seen {
  const byTag = seenIn.get(observed)?.get(plant);
  const known = byTag?.get(tag);
  if (known !== undefined) return known;
  const point = plant.points.get(tag);
  if (point === undefined) throw new Error(`a check needs ${tag}, which is no point`);
  const { controller } = point;
  const collected = observed.get(controller);
  const seen = usableSeries(point, collected?.observations.get(tag), collected?.controller.clockOffsetMs ?? 0);
  const anew: Seen = {
    controller,
    source: sourceOf(point, plant),
    seen,
    reading: seen.isUsable ? readingOf(point, seen) : undefined,
    distrust: collected?.distrusted?.get(tag),
  };
  if (byTag !== undefined) byTag.set(tag, anew);
  else seenIn.set(observed, new Map([[plant, new Map([[tag, anew]])]]));
  return anew;
}

function readingOf({ tag, oneMeans }: Point, seen: Extract<UsableSeries, { isUsable: true }>): OneResult {
  const { samples, resolutionMs, lastEvidence, changeEvidence } = seen;
  const evidence = oneMeans === undefined ? lastEvidence : changeEvidence;
  return { fact: { kind: 'reading', tag, samples, resolutionMs }, evidence };
}

const seenIn = new WeakMap<Observed, Map<Plant, Map<string, Seen>>>();

function standby(
  { controller }: Extract<Need, { kind: 'standby' }>,
  observed: Observed,
  unattributable: ReadonlySet<string>,
): OneResult {
  const seen = observed.get(controller)?.controller;
  const evidence = seen === undefined ? [] : [seen.evidence];
  if (seen?.self === undefined) return { missing: { of: controller, why: neverRead(seen?.fault) }, evidence };
  if (unattributable.has(controller))
    return { missing: { of: controller, why: text('audit.unattributable', { controller }) }, evidence };
  const unclear = seen.standby.find(({ fault }) => fault !== undefined && !isAbsence(fault));
  return unclear?.fault === undefined
    ? { fact: { kind: 'standby', controller, others: seen.standby }, evidence }
    : { missing: { of: unclear.endpoint, why: describeFault(unclear.fault) }, evidence };
}

/** Nothing came from there. What was declined, or not asked because the run was stopped, says nothing about redundancy. */
function isAbsence({ kind }: Fault): boolean {
  return kind === 'timeout' || kind === 'unreachable';
}

function neverRead(fault: Fault | undefined): Missing['why'] {
  return fault === undefined ? text('audit.never-read') : describeFault(fault);
}

function selfReport(
  need: Extract<Need, { kind: 'self-report' }>,
  observed: Observed,
  unattributable: ReadonlySet<string>,
): OneResult {
  const { controller, part } = need;
  const seen = observed.get(controller)?.controller;
  const evidence = seen === undefined ? [] : [seen.evidence];
  const miss = (why: Missing['why']): OneResult => ({ missing: { of: controller, why }, evidence });
  // A file says nothing of the controller itself.
  if (seen?.exported !== undefined) return miss(text('file.only-by-file'));
  if (seen?.self === undefined) return miss(neverRead(seen?.fault));
  const { self } = seen;
  if (part !== 'identity' && unattributable.has(controller)) return miss(text('audit.unattributable', { controller }));
  if (part === 'identity' && 'fault' in self.identity) return miss(describeFault(self.identity.fault));
  const served = {
    identity: !('fault' in self.identity),
    'run-state': self.runState === 'run' || self.runState === 'stop',
    clock: self.clock !== undefined,
  };
  if (!served[part]) return miss(text(`audit.self-not-served-${part}`, { controller }));
  return { fact: { kind: 'self-report', controller, self }, evidence };
}

/** When the last observation was made, ms since 1970; looked for once, since thousands of parts ask it of the same. */
function observedAtMs(observed: Observed): number {
  const known = lastMoments.get(observed);
  if (known !== undefined) return known;
  let last = 0;
  for (const { observations, controller } of observed.values()) {
    last = Math.max(last, controller.exported?.until ?? 0);
    for (const series of observations.values()) last = Math.max(last, lastSeenMs(series) ?? 0);
  }
  lastMoments.set(observed, last);
  return last;
}

const lastMoments = new WeakMap<Observed, number>();
