import { text } from '../../messages/index.ts';
import type { Plant, SafetyFunction } from '../../plant/index.ts';
import { pointOf, saysOne } from '../checks/discrete.ts';
import { bitOfDemand } from '../checks/votes.ts';
import { type DemandFacts, type Episode, initiatorKey, type Loss, type SeenInitiator } from './demand-facts.ts';
import { KnownNow } from './known-now.ts';
import type { Look } from './look.ts';
import { WatchedEffect } from './watched-effect.ts';
import { WatchedInitiator } from './watched-initiator.ts';
import { WatchedMover } from './watched-mover.ts';
import { otherMovers, sequencesMoving, watchedTags } from './watched-points.ts';

interface OpenEpisode {
  readonly beganMs: number;
  readonly stood: boolean;
  readonly initiators: Map<string, SeenInitiator>;
  readonly loneVotes: Map<string, Episode['loneVotes'][number]>;
  readonly shownFirst: Map<string, Episode['shownFirst'][number]>;
}

/**
 * Follows one function, look by look, and tells its episodes: every time that it was asked to act, acted, or moved without
 * being asked. Pure: the same looks in the same order give the same facts. Looks of one round are given together.
 */
export class DemandTracker {
  readonly function: SafetyFunction;
  readonly #tags: ReadonlySet<string>;
  readonly #known = new KnownNow();
  readonly #initiators: readonly WatchedInitiator[];
  readonly #effects: readonly WatchedEffect[];
  readonly #movers: readonly WatchedMover[];
  readonly #firstOuts: readonly { readonly tag: string; readonly bit: boolean; readonly initiator: WatchedInitiator }[];
  readonly #settings = new Map<string, string>();
  readonly #changed = new Set<string>();
  readonly #losses: { tag: string; afterMs?: number; byMs?: number; why: Loss['why'] }[] = [];
  readonly #lastGood = new Map<string, number>();
  readonly #episodes: Episode[] = [];
  #open: OpenEpisode | undefined;
  #isFirst = true;
  #fromMs: number | undefined;
  #toMs = 0;

  constructor(it: SafetyFunction, plant: Plant) {
    this.function = it;
    this.#tags = watchedTags(it, plant);
    const initiatorsOf = (one: SafetyFunction) => [
      ...one.causes.map((cause) => new WatchedInitiator(one, cause, plant, this.#known)),
      ...(one.manual === undefined ? [] : [new WatchedInitiator(one, undefined, plant, this.#known)]),
    ];
    this.#initiators = [it, ...otherMovers(it, plant)].flatMap(initiatorsOf);
    this.#effects = it.effects.map((effect) => new WatchedEffect(effect, plant));
    this.#movers = [
      ...sequencesMoving(it, plant).flatMap((sequence) => WatchedMover.ofSequence(sequence, this.#known)),
      ...[it, ...otherMovers(it, plant)].flatMap((one) => WatchedMover.ofLatch(one, plant, this.#known)),
    ];
    this.#firstOuts = it.causes.flatMap(({ firstOut, channels }) => {
      const initiator = this.#initiators.find(({ name }) => name.of === it.id && name.tags === channels);
      if (firstOut === undefined || initiator === undefined) return [];
      return [{ tag: firstOut, bit: bitOfDemand(pointOf(plant, firstOut), undefined) ?? true, initiator }];
    });
    for (const { trip } of it.causes)
      if (trip?.kind === 'readable' && trip.setpoint !== undefined) this.#settings.set(trip.setpoint, '');
  }

  /** The episodes so far; one that is still open is the last of them. */
  get facts(): DemandFacts {
    const open = this.#open === undefined ? [] : [this.#told(this.#open)];
    const movers = this.#movers.flatMap(({ seen }) => seen);
    return {
      function: this.function.id,
      fromMs: this.#fromMs ?? 0,
      toMs: this.#toMs,
      episodes: [...this.#episodes, ...open],
      lost: this.#lost(),
      changed: [...this.#changed],
      ...(movers.length === 0 ? {} : { movers }),
    };
  }

  /** What the elements and the votes are now, for a display. */
  get now(): {
    readonly initiators: readonly WatchedInitiator[];
    readonly effects: readonly WatchedEffect[];
    readonly known: KnownNow;
  } {
    return { initiators: this.#initiators, effects: this.#effects, known: this.#known };
  }

  /** Takes the looks of one round at one controller; those at other points are passed over. */
  take(round: readonly Look[]): void {
    const looks = round.filter(({ tag }) => this.#tags.has(tag));
    if (looks.length === 0) return;
    for (const look of looks) this.#keep(look);
    // A vote hangs on setpoints and switches of the same round, so these are known first.
    for (const look of looks) for (const initiator of this.#initiators) initiator.take(look);
    for (const look of looks) for (const effect of this.#effects) effect.take(look);
    for (const initiator of this.#initiators) initiator.count();
    for (const mover of this.#movers) mover.take(looks);
    this.#fromMs ??= Math.min(...looks.map(({ sentMs }) => sentMs));
    this.#toMs = Math.max(this.#toMs, ...looks.map(({ receivedMs }) => receivedMs));
    this.#move();
    this.#isFirst = false;
  }

  /** What could not be read for a time, and what nobody has ever looked at: of a controller that did not answer, or a file. */
  #lost(): readonly Loss[] {
    const seen = new Set([...this.#lastGood.keys(), ...this.#losses.map(({ tag }) => tag)]);
    const never = [...this.#tags].filter((tag) => !seen.has(tag));
    return [...this.#losses, ...never.map((tag) => ({ tag, why: text('audit.never-read') }))];
  }

  #keep(look: Look): void {
    const { tag } = look;
    this.#known.take(look);
    const open = this.#losses.find((loss) => loss.tag === tag && loss.byMs === undefined);
    if ('value' in look) {
      if (open !== undefined) open.byMs = look.receivedMs;
      this.#lastGood.set(tag, look.sentMs);
      const before = this.#settings.get(tag);
      if (before !== undefined) {
        if (before !== '' && before !== String(look.value)) this.#changed.add(tag);
        this.#settings.set(tag, String(look.value));
      }
    } else if (open === undefined) {
      const afterMs = this.#lastGood.get(tag);
      this.#losses.push({ tag, ...(afterMs === undefined ? {} : { afterMs }), why: look.why });
    }
  }

  #move(): void {
    const own = this.#initiators.filter(({ name }) => name.of === this.function.id);
    const isActive = own.some(({ demands }) => demands) || this.#effects.some((effect) => effect.isActive);
    if (this.#open === undefined && isActive) this.#begin();
    if (this.#open === undefined) return;
    for (const initiator of this.#initiators) this.#noteInitiator(this.#open, initiator);
    for (const { tag, bit, initiator } of this.#firstOuts) {
      const sample = this.#known.readings(tag)[0];
      if (sample !== undefined && saysOne(sample.value) === bit)
        this.#open.shownFirst.set(initiatorKey(initiator.name), { ...initiator.name, by: tag });
    }
    if (isActive) return;
    this.#episodes.push({ ...this.#told(this.#open), endedMs: this.#toMs });
    this.#open = undefined;
  }

  #begin(): void {
    for (const effect of this.#effects) effect.begin();
    const stood = this.#effects.some(({ seen }) => seen.wasThere === true) || this.#isFirst;
    this.#open = {
      beganMs: this.#toMs,
      stood,
      initiators: new Map(),
      loneVotes: new Map(),
      shownFirst: new Map(),
    };
  }

  #noteInitiator(open: OpenEpisode, initiator: WatchedInitiator): void {
    const key = initiatorKey(initiator.name);
    const { seen, voting } = initiator;
    const before = open.initiators.get(key);
    if (seen !== undefined) open.initiators.set(key, before === undefined ? seen : continued(before, seen));
    else if (voting.length > 0 && before === undefined) {
      const out = new Set([...(open.loneVotes.get(key)?.out ?? []), ...initiator.out]);
      if (initiator.name.of === this.function.id || out.size > 0)
        open.loneVotes.set(key, { ...initiator.name, votes: voting, ...(out.size === 0 ? {} : { out: [...out] }) });
    }
  }

  #told({ beganMs, stood, initiators, loneVotes, shownFirst }: OpenEpisode): Episode {
    const effects = this.#effects.map(({ seen }) => seen);
    const signs = effects.flatMap(({ commanded, left, arrived }) => [commanded, left, arrived]);
    // Whatever was not read while the first of them may have moved is a part of the doubt.
    const from = Math.min(beganMs, ...signs.flatMap((span) => span?.afterMs ?? []));
    return {
      beganMs,
      ...(stood ? { stood: true as const } : {}),
      initiators: [...initiators.values()],
      loneVotes: [...loneVotes].flatMap(([key, lone]) => (initiators.has(key) ? [] : [lone])),
      effects,
      shownFirst: [...shownFirst.values()],
      lost: this.#lost().filter(({ byMs }) => byMs === undefined || byMs >= from),
    };
  }
}

/** A demand that ended and came again in one episode stays the first one. */
function continued(before: SeenInitiator, now: SeenInitiator): SeenInitiator {
  if (before.demanded !== undefined && before.demanded.byMs !== now.demanded?.byMs) return before;
  return now;
}
