import type { Fault, Observation } from '../protocols/index.ts';
import type { EvidenceLog } from './evidence.ts';
import { isUnchanged } from './is-unchanged.ts';
import type { ConfirmedAt, RecordedObservation, SamplingRecord } from './record.ts';
import { KeptSeries } from './series.ts';

type Confirming = Omit<ConfirmedAt, 'of'> & { readonly of: (number | [number, number])[]; readonly who: KeptSeries[] };

/**
 * Keeps what one controller says over the window, and writes it down: a change as an entry of its own, whatever was said
 * before as a number in one entry for the whole round.
 */
export class Sampler {
  readonly series = new Map<string, KeptSeries>();
  readonly #controller: string;
  readonly #log: EvidenceLog;
  readonly #roundsAtMs: number[] = [];
  #hasRead = false;

  constructor(controller: string, log: EvidenceLog) {
    this.#controller = controller;
    this.#log = log;
  }

  /** True while nothing but silence came of any point, in any round. */
  get isSilent(): boolean {
    return !this.#hasRead;
  }

  /** The fault of a controller of which nothing but silence came; undefined where something was read, or nothing asked. */
  get silence(): Fault | undefined {
    const last = [...this.series.values()].at(-1)?.lastChange;
    return this.isSilent && last?.kind === 'silence' ? last.fault : undefined;
  }

  /** Takes the observations of one round, which ended at `atMs` on our monotonic clock. */
  take(observations: readonly Observation[], round: number, atMs: number): void {
    this.#roundsAtMs.push(atMs);
    this.#hasRead ||= observations.some(({ kind }) => kind === 'reading');
    const changes: Observation[] = [];
    const confirming = new Map<string, Confirming>();
    for (const observation of observations) {
      const series = this.series.get(observation.tag);
      const before = series?.lastChange;
      if (series === undefined || before === undefined || !isUnchanged(before, observation)) changes.push(observation);
      else confirm(confirming, series, before, observation);
    }
    this.#keepChanges(changes, round);
    this.#keepConfirmations([...confirming.values()], round);
  }

  /** How often the controller was read; undefined after a single round. */
  sampling(everyMs: number): SamplingRecord | undefined {
    const [first, ...later] = this.#roundsAtMs;
    if (first === undefined || later.length === 0) return undefined;
    const gaps = later.map((atMs, index) => atMs - (this.#roundsAtMs[index] ?? first));
    return { rounds: later.length + 1, everyMs, longestMs: Math.round(Math.max(...gaps)) };
  }

  #keepChanges(changes: readonly Observation[], round: number): void {
    const bodies = changes.map((observation) => ({ ...observation, sample: round }));
    const numbers = this.#log.appendAll('observation', bodies);
    for (const [index, body] of bodies.entries()) {
      const evidence = numbers[index];
      if (evidence === undefined) throw new Error('an observation was not recorded');
      this.#seriesOf(body.tag).changed({ ...body, evidence });
    }
  }

  #keepConfirmations(confirmed: readonly Confirming[], round: number): void {
    if (confirmed.length === 0) return;
    const seen = confirmed.map(({ who: _, ...at }) => at);
    const confirmation = this.#log.append('confirmation', { controller: this.#controller, sample: round, seen });
    for (const { who, of: _, ...when } of confirmed) {
      const again = { ...when, sample: round, confirmation };
      for (const series of who) series.seen(again);
    }
  }

  #seriesOf(tag: string): KeptSeries {
    const known = this.series.get(tag);
    if (known !== undefined) return known;
    const series = new KeptSeries();
    this.series.set(tag, series);
    return series;
  }
}

/** Puts an observation to those that came by the same reply at the same times. */
function confirm(
  confirming: Map<string, Confirming>,
  series: KeptSeries,
  before: RecordedObservation,
  { at, exchange, ...rest }: Observation,
): void {
  const { serverTime, sourceTime } = { serverTime: undefined, sourceTime: undefined, ...rest };
  const key = `${exchange} ${at.utc} ${at.monotonicMs} ${serverTime} ${sourceTime}`;
  let group = confirming.get(key);
  if (group === undefined) {
    group = {
      at,
      ...(exchange === undefined ? {} : { exchange }),
      ...(serverTime === undefined ? {} : { serverTime }),
      ...(sourceTime === undefined ? {} : { sourceTime }),
      of: [],
      who: [],
    };
    confirming.set(key, group);
  }
  group.who.push(series);
  const { of } = group;
  const run = of.at(-1);
  const [first, last] = typeof run === 'object' ? run : [run, run];
  if (first !== undefined && last === before.evidence - 1) of[of.length - 1] = [first, before.evidence];
  else of.push(before.evidence);
}
