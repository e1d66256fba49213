import type { Fault, Observation } from '../protocols/index.ts';
import { ConfirmedRound } from './confirmed-round.ts';
import type { EvidenceLog } from './evidence.ts';
import { isUnchanged } from './is-unchanged.ts';
import type { SamplingRecord } from './record.ts';
import { type Confirmation, KeptSeries } from './series.ts';

/**
 * Keeps what one controller says over the window, and writes it down: a change as an entry of its own, whatever was said
 * before as a number in one entry for the whole round.
 */
export class Sampler {
  readonly series = new Map<string, KeptSeries>();
  readonly #controller: string;
  readonly #log: EvidenceLog;
  readonly #confirmations: Confirmation[] = [];
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
    const last = [...this.series.values()].at(-1)?.lastChange?.body;
    return this.isSilent && last?.kind === 'silence' ? last.fault : undefined;
  }

  /** Takes the observations of one round, which ended at `atMs` on our monotonic clock. */
  take(observations: readonly Observation[], round: number, atMs: number): void {
    this.#roundsAtMs.push(atMs);
    this.takeEarlier(observations, round);
  }

  /** Takes what came before the last observations of a round: changes that a controller reported in between. */
  takeEarlier(observations: readonly Observation[], round: number): void {
    this.#hasRead ||= observations.some(({ kind }) => kind === 'reading');
    const changes: Observation[] = [];
    const confirmed = new ConfirmedRound();
    for (const observation of observations) {
      const last = this.series.get(observation.tag)?.lastChange;
      if (last !== undefined && isUnchanged(last.body, observation)) confirmed.add(last.evidence, observation);
      else changes.push(observation);
    }
    this.#keepChanges(changes, round);
    const body = { controller: this.#controller, sample: round, seen: confirmed.seen() };
    if (body.seen.length > 0) this.#confirmations.push({ ...body, evidence: this.#log.append('confirmation', body) });
  }

  /** How often the controller was read; undefined after a single round. */
  sampling(everyMs: number): SamplingRecord | undefined {
    const [first, ...later] = this.#roundsAtMs;
    if (first === undefined || later.length === 0) return undefined;
    const gaps = later.map((atMs, index) => atMs - (this.#roundsAtMs[index] ?? first));
    return { rounds: later.length + 1, everyMs, longestMs: Math.round(Math.max(...gaps)) };
  }

  #keepChanges(changes: readonly Observation[], round: number): void {
    // Not spread: every object that is spread and added to gets a hidden class of its own, which takes more than it does.
    const bodies = changes.map((observation) => Object.assign({ sample: round }, observation));
    const numbers = this.#log.appendAll('observation', bodies);
    for (const [index, body] of bodies.entries()) {
      const evidence = numbers[index];
      if (evidence === undefined) throw new Error('an observation was not recorded');
      this.#seriesOf(body.tag).changed(body, evidence);
    }
  }

  #seriesOf(tag: string): KeptSeries {
    const known = this.series.get(tag);
    if (known !== undefined) return known;
    const series = new KeptSeries(this.#confirmations);
    this.series.set(tag, series);
    return series;
  }
}
