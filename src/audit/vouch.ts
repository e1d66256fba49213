import { text } from '../messages/index.ts';
import type { Plant, Point } from '../plant/index.ts';
import { describeFault, type ExportReport, type Fault } from '../protocols/index.ts';
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
  | { readonly ok: true; readonly inputs: VouchedInputs; readonly behind: Behind; readonly evidence: readonly number[] }
  | { readonly ok: false; readonly missing: readonly Missing[]; readonly evidence: readonly number[] };

/** What stands between the inputs and the system that they are of: the first mirror and the first export among the sources. */
export interface Behind {
  readonly mirrorOf: string | undefined;
  readonly exported: ExportReport | undefined;
}

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
  const behindAll = new EntriesBehind();
  let mirrorOf: string | undefined;
  let exported: ExportReport | undefined;
  const points = seenIn(observed, plant);
  for (const need of needs) {
    if (need.kind === 'witnessed') {
      behindAll.add([need.evidence]);
      continue;
    }
    let result: OneResult;
    if ('tag' in need) {
      const seen = seenOf(need.tag, points, observed);
      mirrorOf ??= seen.mirrorOf;
      exported ??= seen.exported;
      result = ofPoint(need, seen, plant, observed, unattributable, mirror);
    } else {
      exported ??= observed.get(need.controller)?.controller.exported;
      result = ofController(need, observed, unattributable);
    }
    behindAll.add(result.evidence);
    if ('fact' in result) facts.push(result.fact);
    else if (need.kind === 'reading' && need.optional === true)
      facts.push({ kind: 'reading', tag: need.tag, samples: [], resolutionMs: undefined });
    else missing.push(result.missing);
  }
  const evidence = behindAll.entries;
  if (missing.length > 0) return { ok: false, missing, evidence };
  return {
    ok: true,
    evidence,
    inputs: new VouchedInputs(facts, observedAtMs(observed), unitState),
    behind: { mirrorOf, exported },
  };
}

/** Entries one after another; where one need brings all of them its own list stands for them, as most parts have it. */
class EntriesBehind {
  entries: readonly number[] = [];
  #own: number[] | undefined;

  add(more: readonly number[]): void {
    if (this.#own !== undefined) {
      for (const number of more) this.#own.push(number);
    } else if (this.entries.length === 0) {
      this.entries = more;
    } else if (more.length > 0) {
      this.#own = [...this.entries, ...more];
      this.entries = this.#own;
    }
  }
}

type OneResult =
  | { readonly fact: VouchedFact; readonly evidence: readonly number[] }
  | { readonly missing: Missing; readonly evidence: readonly number[] };

type NeedOfController = Extract<Need, { kind: 'self-report' | 'standby' }>;
type NeedOfPoint = Exclude<Need, NeedOfController | { readonly kind: 'witnessed' }>;

function ofController(need: NeedOfController, observed: Observed, unattributable: ReadonlySet<string>): OneResult {
  return need.kind === 'standby' ? standby(need, observed, unattributable) : selfReport(need, observed, unattributable);
}

function ofPoint(
  need: NeedOfPoint,
  seen: Seen,
  plant: Plant,
  observed: Observed,
  unattributable: ReadonlySet<string>,
  mirror: Rule['mirror'],
): OneResult {
  const { tag } = need;
  switch (need.kind) {
    case 'reading':
    case 'series':
      return sampled(need, seen, unattributable, mirror);
    case 'past': {
      const { samples, evidence } = pastOf(tag, plant, observed, unattributable);
      return { fact: { kind: 'past', tag, samples }, evidence };
    }
    case 'access':
    case 'history': {
      const behind = vouchBehind(need, plant, observed, unattributable);
      const { evidence } = behind;
      if ('missing' in behind) return { missing: behind.missing, evidence };
      if ('writable' in behind) return { fact: { kind: 'access', tag, writable: behind.writable }, evidence };
      return { fact: { kind: 'history', tag, reach: behind.reach }, evidence };
    }
  }
}

function sampled(
  need: Extract<Need, { kind: 'reading' | 'series' }>,
  { controller, mirrorOf, seen, barred, reading, distrust }: Seen,
  unattributable: ReadonlySet<string>,
  mirror: Rule['mirror'],
): OneResult {
  const { tag } = need;
  const { lastEvidence: evidence } = seen;
  if (unattributable.has(controller)) return missed(tag, text('audit.unattributable', { controller }), evidence);
  if (!seen.isUsable) return missed(tag, seen.why, evidence);
  if (barred !== undefined) return missed(tag, barred, evidence);
  if (mirrorOf !== undefined && mirror !== 'accepted')
    return missed(tag, text('audit.only-mirrored', { at: controller, of: mirrorOf }), evidence);
  if (distrust !== undefined) return missed(tag, distrust.why, [...evidence, distrust.evidence]);
  if (need.kind === 'reading' && reading !== undefined) return reading;
  const { samples, resolutionMs, endsEvidence } = seen;
  const why = need.kind === 'series' ? shortcoming(need, seen) : undefined;
  if (why !== undefined) return missed(tag, why, evidence);
  return { fact: { kind: need.kind, tag, samples, resolutionMs }, evidence: endsEvidence };
}

function missed(of: string, why: Missing['why'], evidence: readonly number[]): OneResult {
  return { missing: { of, why }, evidence };
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
  /** The system that it shows, where it is a mirror; nobody may know which. */
  readonly mirrorOf: string | undefined;
  /** The files that it comes from. */
  readonly exported: ExportReport | undefined;
  readonly seen: UsableSeries;
  /** Why files do not vouch for it. */
  readonly barred: Missing['why'] | undefined;
  /** What a need of a reading gets, where it may be judged. */
  readonly reading: OneResult | undefined;
  readonly distrust: { readonly why: Missing['why']; readonly evidence: number } | undefined;
}

/** Subjects are judged one after another, and the points of one are not many; those of a whole group would fill the memory. */
const mostKept = 100;

/** What was seen of a point, worked out once: many parts of many rules ask for the same points. */
function seenOf(tag: string, points: SeenPoints, observed: Observed): Seen {
  const known = points.byTag.get(tag);
  if (known !== undefined) return known;
  const { plant } = points;
  const point = plant.points.get(tag);
  if (point === undefined) throw new Error(`a check needs ${tag}, which is no point`);
  const { controller } = point;
  const collected = observed.get(controller);
  const source = sourceOf(point, plant);
  const seen = usableSeries(point, collected?.observations.get(tag), collected?.controller.clockOffsetMs ?? 0);
  const anew: Seen = {
    controller,
    mirrorOf: source.via === 'mirror' ? (source.mirrorOf ?? '') : undefined,
    exported: collected?.controller.exported,
    seen,
    barred: barredByFile(source.via, collected, observed),
    reading: seen.isUsable ? readingOf(point, seen) : undefined,
    distrust: collected?.distrusted?.get(tag),
  };
  // A map of its own for each so many: one that is emptied and filled again grows old, and what it held grows old with it.
  if (points.byTag.size >= mostKept) points.byTag = new Map();
  points.byTag.set(tag, anew);
  return anew;
}

/** A file of which nobody can say when it was read, or by whom it was handed over, and one that ended too early. */
function barredByFile(
  via: ReturnType<typeof sourceOf>['via'],
  collected: Witnessed | undefined,
  observed: Observed,
): Missing['why'] | undefined {
  const until = collected?.controller.exported?.until;
  if (until === undefined) return via === 'file' ? text('audit.from-file') : undefined;
  return isOutdated(collected, observed) ? text('file.ended', { at: localTime(until) }) : undefined;
}

function readingOf({ tag, oneMeans }: Point, seen: Extract<UsableSeries, { isUsable: true }>): OneResult {
  const { samples, resolutionMs, lastEvidence, changeEvidence } = seen;
  const evidence = oneMeans === undefined ? lastEvidence : changeEvidence;
  return { fact: { kind: 'reading', tag, samples, resolutionMs }, evidence };
}

/** What was worked out of the points of a plant lately. */
interface SeenPoints {
  readonly plant: Plant;
  byTag: Map<string, Seen>;
}

function seenIn(observed: Observed, plant: Plant): SeenPoints {
  const known = seenPoints.get(observed);
  if (known?.plant === plant) return known;
  const anew = { plant, byTag: new Map<string, Seen>() };
  seenPoints.set(observed, anew);
  return anew;
}

const seenPoints = new WeakMap<Observed, SeenPoints>();

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
