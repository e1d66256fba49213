import type { SelfReport } from '../protocols/index.ts';
import type { Inputs, RecordReach, Sample, UnitStateWord } from '../rules/index.ts';
import type { SampledWindow } from './outcome.ts';
import type { ControllerRecord } from './record.ts';

/** One usable fact, by what it was asked for; a part has a handful of them, so they are looked through one after another. */
export type VouchedFact =
  | {
      readonly kind: 'reading' | 'series';
      readonly tag: string;
      /** Empty only for an optional reading that is missing. */
      readonly samples: readonly Sample[];
      readonly resolutionMs: number | undefined;
    }
  | { readonly kind: 'past'; readonly tag: string; readonly samples: readonly Sample[] }
  | { readonly kind: 'access'; readonly tag: string; readonly writable: boolean }
  | { readonly kind: 'history'; readonly tag: string; readonly reach: RecordReach }
  | { readonly kind: 'standby'; readonly controller: string; readonly others: ControllerRecord['standby'] }
  | { readonly kind: 'self-report'; readonly controller: string; readonly self: SelfReport };

type Sampled = Extract<VouchedFact, { kind: 'reading' | 'series' }>;

/** What the engine vouches for, as a check may ask for it; what it did not name throws. */
export class VouchedInputs implements Inputs {
  readonly #facts: readonly VouchedFact[];
  readonly #lookedAt: Sampled[] = [];
  readonly observedAtMs: number;
  readonly unitState?: UnitStateWord;

  constructor(facts: readonly VouchedFact[], observedAtMs: number, unitState: UnitStateWord | undefined) {
    this.#facts = facts;
    this.observedAtMs = observedAtMs;
    if (unitState !== undefined) this.unitState = unitState;
  }

  reading(tag: string): Sample {
    return given(this.#sampled('reading', tag)?.samples.at(-1), tag);
  }

  readings(tag: string): readonly Sample[] {
    return this.#over(given(this.#sampled('reading', tag), tag));
  }

  series(tag: string): readonly Sample[] {
    return this.#over(given(this.#sampled('series', tag), tag));
  }

  /** How the points were sampled whose course the part has looked at so far; undefined where none of them was sampled twice. */
  sampling(): SampledWindow | undefined {
    let window: SampledWindow | undefined;
    for (const { samples, resolutionMs } of this.#lookedAt) {
      if (resolutionMs === undefined) continue;
      const spanMs = Math.round((samples.at(-1)?.atMs ?? 0) - (samples[0]?.atMs ?? 0));
      window = {
        samples: Math.min(window?.samples ?? samples.length, samples.length),
        spanMs: Math.min(window?.spanMs ?? spanMs, spanMs),
        longestMs: Math.max(window?.longestMs ?? 0, Math.round(resolutionMs)),
      };
    }
    return window;
  }

  resolutionMs(tag: string): number | undefined {
    return given(this.#sampled('series', tag) ?? this.#sampled('reading', tag), tag).resolutionMs;
  }

  selfReport(controller: string): SelfReport {
    for (const fact of this.#facts) if (fact.kind === 'self-report' && fact.controller === controller) return fact.self;
    throw notNamed(controller);
  }

  standby(controller: string): readonly { readonly endpoint: string; readonly isThere: boolean }[] {
    for (const fact of this.#facts)
      if (fact.kind === 'standby' && fact.controller === controller)
        return fact.others.map(({ endpoint, fault }) => ({ endpoint, isThere: fault === undefined }));
    throw notNamed(controller);
  }

  writable(tag: string): boolean {
    for (const fact of this.#facts) if (fact.kind === 'access' && fact.tag === tag) return fact.writable;
    throw notNamed(tag);
  }

  recordReach(tag: string): RecordReach {
    for (const fact of this.#facts) if (fact.kind === 'history' && fact.tag === tag) return fact.reach;
    throw notNamed(tag);
  }

  past(tag: string): readonly Sample[] {
    for (const fact of this.#facts) if (fact.kind === 'past' && fact.tag === tag) return fact.samples;
    throw notNamed(tag);
  }

  #over(fact: Sampled): readonly Sample[] {
    if (!this.#lookedAt.includes(fact)) this.#lookedAt.push(fact);
    return fact.samples;
  }

  /** A reading that is there stands before one of the same point that is optional and missing. */
  #sampled(kind: 'reading' | 'series', tag: string) {
    let missing: Sampled | undefined;
    for (const fact of this.#facts) {
      if (fact.kind !== kind || fact.tag !== tag) continue;
      if (fact.samples.length > 0) return fact;
      missing = fact;
    }
    return missing;
  }
}

function given<T>(value: T | undefined, of: string): T {
  if (value === undefined) throw notNamed(of);
  return value;
}

function notNamed(of: string): Error {
  return new Error(`a check asked for ${of}, which it did not name in its needs`);
}
