import type { Cause, Plant, SafetyFunction } from '../../plant/index.ts';
import { pointOf, saysOne } from '../checks/discrete.ts';
import { bitOfDemand, canDemand, type Vote, votesAt } from '../checks/votes.ts';
import type { InitiatorName, SeenInitiator, SeenVote } from './demand-facts.ts';
import type { KnownNow } from './known-now.ts';
import type { Look } from './look.ts';
import { Signal } from './signal.ts';
import { nthOf } from './span.ts';

/** Follows one initiator of a function: who votes, since when, and whether enough do. */
export class WatchedInitiator {
  readonly name: InitiatorName;
  readonly #cause: Cause | undefined;
  readonly #it: SafetyFunction;
  readonly #plant: Plant;
  readonly #known: KnownNow;
  readonly #votes: ReadonlyMap<string, Signal>;
  readonly #firstSeen = new Map<string, number | string>();
  readonly #out = new Set<string>();
  #standing:
    | (Pick<SeenInitiator, 'stoodFromMs' | 'stoodToMs' | 'votes'> & { demanded: SeenInitiator['demanded'] })
    | undefined;

  /** Without a cause it is the manual trip. */
  constructor(it: SafetyFunction, cause: Cause | undefined, plant: Plant, known: KnownNow) {
    const tags = cause?.channels ?? (it.manual === undefined ? [] : [it.manual]);
    this.name = { of: it.id, tags, needed: cause?.vote.needed ?? 1 };
    this.#it = it;
    this.#cause = cause;
    this.#plant = plant;
    this.#known = known;
    this.#votes = new Map(tags.map((tag) => [tag, new Signal()]));
  }

  /** True where everything that votes can be read now, so that no vote means no demand. */
  get isKnown(): boolean {
    return [...this.#votes.values()].every(({ isOn }) => isOn !== undefined);
  }

  /** Enough channels vote now. */
  get demands(): boolean {
    return this.#standing !== undefined;
  }

  /** The demand that stands now. */
  get seen(): SeenInitiator | undefined {
    if (this.#standing === undefined) return undefined;
    const { demanded, stoodFromMs, stoodToMs, votes } = this.#standing;
    const heldBack = this.#heldBack();
    return {
      ...this.name,
      ...(demanded === undefined ? {} : { demanded }),
      delayMs: this.#cause?.delayMs ?? 0,
      stoodFromMs,
      stoodToMs,
      votes,
      ...(heldBack === undefined ? {} : { heldBack }),
    };
  }

  /** The channels that vote now. */
  get voting(): readonly SeenVote[] {
    return [...this.#votes].flatMap(([tag, signal]) => {
      if (signal.isOn !== true) return [];
      const value = this.#firstSeen.get(tag) ?? '';
      return [signal.since === undefined ? { tag, value } : { tag, since: signal.since, value }];
    });
  }

  /** The channels that take no part in the vote now. */
  get out(): readonly string[] {
    return [...this.#out];
  }

  /** Takes a look at one of its points; the votes are counted when the whole round is known. */
  take(look: Look): void {
    const signal = this.#votes.get(look.tag);
    if (signal === undefined) return;
    const vote = 'value' in look ? this.#voteOf(look.tag, look.receivedMs) : 'unclear';
    if (vote === 'out') this.#out.add(look.tag);
    else this.#out.delete(look.tag);
    if (vote === 'unclear' || !('value' in look)) return void signal.lose();
    const isOn = vote === 'trip' || (vote === 'held' && signal.isOn === true);
    const wasOn = signal.isOn === true;
    signal.take(isOn, look);
    if (isOn && !wasOn) this.#firstSeen.set(look.tag, typeof look.value === 'number' ? look.value : String(look.value));
  }

  /** Counts the votes, after a round. */
  count(): void {
    const voting = this.voting;
    if (voting.length < this.name.needed) {
      this.#standing = undefined;
      return;
    }
    // Seen at every one of those that vote, so certainly there until the first of their last looks.
    const stoodToMs = Math.min(...voting.map(({ tag }) => this.#votes.get(tag)?.onAtMs ?? 0));
    const before = this.#standing;
    this.#standing =
      before === undefined
        ? {
            demanded: nthOf(
              voting.map(({ since }) => since),
              this.name.needed,
            ),
            stoodFromMs: this.#certainFromMs(voting),
            stoodToMs,
            votes: voting,
          }
        : { ...before, stoodToMs, votes: merged(before.votes, voting) };
  }

  /** From when enough of those that vote were seen to do so, ms. */
  #certainFromMs(voting: readonly SeenVote[]): number {
    const seen = voting.map(({ tag }) => this.#votes.get(tag)?.onFromMs ?? 0).sort((a, b) => a - b);
    return seen[this.name.needed - 1] ?? 0;
  }

  #voteOf(tag: string, atMs: number): Vote {
    const { channels, trip } = this.#cause ?? { channels: [tag] };
    if (this.#cause === undefined) {
      const bit = bitOfDemand(pointOf(this.#plant, tag), undefined) ?? true;
      return saysOne(this.#known.reading(tag).value) === bit ? 'trip' : 'no-trip';
    }
    if (!canDemand(this.#cause, this.#plant)) return 'unclear';
    if (trip?.kind === 'readable' && trip.setpoint !== undefined && this.#known.readings(trip.setpoint).length === 0)
      return 'unclear';
    const { reading, readings } = boundOf(this.#known);
    const inputs = { ...nothingElse, reading, readings };
    return votesAt(this.#cause, this.#it, this.#plant, inputs, atMs)[channels.indexOf(tag)] ?? 'unclear';
  }

  #heldBack(): SeenInitiator['heldBack'] {
    const states = (this.#cause?.forces ?? []).map((tag) => this.#known.readings(tag)[0]);
    if (states.some((sample) => sample !== undefined && saysOne(sample.value))) return 'forced';
    return states.includes(undefined) ? 'unclear' : undefined;
  }
}

function merged(before: readonly SeenVote[], now: readonly SeenVote[]): readonly SeenVote[] {
  const known = new Set(before.map(({ tag }) => tag));
  return [...before, ...now.filter(({ tag }) => !known.has(tag))];
}

function boundOf(known: KnownNow): Pick<KnownNow, 'reading' | 'readings'> {
  return { reading: (tag) => known.reading(tag), readings: (tag) => known.readings(tag) };
}

function notAsked(): never {
  throw new Error('counting votes asks for readings only');
}

/** Votes are counted on readings alone. */
const nothingElse = {
  series: notAsked,
  resolutionMs: notAsked,
  selfReport: notAsked,
  standby: notAsked,
  writable: notAsked,
  recordReach: notAsked,
  past: notAsked,
  observedAtMs: 0,
};
