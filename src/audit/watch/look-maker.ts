import type { Observation, SelfReport } from '../../protocols/index.ts';
import type { Look } from '../../rules/index.ts';
import { type LookGround, lookOf } from './look-of.ts';

/**
 * Makes looks of the observations of one controller, in their order. Where the controller sampled a point itself, its own
 * times narrow a change down: between the sample before and this one. How its clock stands to ours is learnt from the
 * samples alone: each was taken after the request before had left, and before its own answer came. A server may say the
 * time of its status in whole seconds, so that is not asked; times that contradict each other are not used any more.
 */
export class LookMaker {
  readonly #last = new Map<string, Look>();
  /** Its clock is ahead of ours by more than `least` and less than `most`, ms. */
  #ahead = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };

  /** One look, or two where the controller's own times show when the point was last as before. */
  take(observation: Observation, self: SelfReport | undefined, ground: LookGround): readonly Look[] {
    const sampledEveryMs = observation.kind === 'reading' ? observation.sampledEveryMs : undefined;
    const plain = lookOf(observation, self, ground);
    // What a subscription tells is as old as the controller's last sample, which was taken before we asked.
    const late = sampledEveryMs === undefined ? 0 : certainty * sampledEveryMs;
    const before = this.#last.get(plain.tag);
    const look = { ...plain, sentMs: plain.sentMs - late };
    this.#last.set(look.tag, look);
    if (sampledEveryMs === undefined || before === undefined || !('value' in look) || !('value' in before))
      return [look];
    if (Object.is(before.value, look.value)) return [look];
    const told = this.#narrowed(observation, sampledEveryMs, look, before);
    const last = told.at(-1);
    if (last !== undefined) this.#last.set(look.tag, last);
    return told;
  }

  #narrowed(observation: Observation, sampledEveryMs: number, look: Look, before: Look): readonly Look[] {
    const sourceTime = observation.kind === 'reading' ? observation.sourceTime : undefined;
    // It may have been sampled at any time since the look before.
    const wide = { ...look, sentMs: Math.min(look.sentMs, before.sentMs) };
    if (sourceTime === undefined) return [wide];
    this.#ahead = {
      least: Math.max(this.#ahead.least, sourceTime - look.receivedMs),
      most: Math.min(this.#ahead.most, sourceTime - before.sentMs),
    };
    const { least, most } = this.#ahead;
    if (least > most) return [wide];
    const wasAtMs = sourceTime - most - certainty * sampledEveryMs;
    const isAtMs = Math.min(look.receivedMs, sourceTime - least);
    return [
      ...(wasAtMs > before.sentMs ? [{ ...before, sentMs: wasAtMs, receivedMs: wasAtMs }] : []),
      { ...look, sentMs: Math.min(sourceTime - most, isAtMs), receivedMs: isAtMs },
    ];
  }
}

/** A controller under load samples late; so many of its intervals are what we take for certain. */
const certainty = 2;

/** The looks of one round in batches in which each point stands at most once, so that its changes keep their order. */
export function batchesOf(looks: readonly Look[]): readonly (readonly Look[])[] {
  const batches: Look[][] = [];
  const count = new Map<string, number>();
  for (const look of looks) {
    const index = count.get(look.tag) ?? 0;
    count.set(look.tag, index + 1);
    const batch = batches[index] ?? [];
    batch.push(look);
    batches[index] = batch;
  }
  return batches;
}
