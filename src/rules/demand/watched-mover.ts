import { evaluateState, type Plant, type SafetyFunction, type Sequence, tagsOf } from '../../plant/index.ts';
import { pointOf, saysOne } from '../checks/discrete.ts';
import { bitOfDemand } from '../checks/votes.ts';
import type { SeenMover } from './demand-facts.ts';
import type { KnownNow } from './known-now.ts';
import type { Look } from './look.ts';
import { Signal } from './signal.ts';

/** Follows what may move elements without a demand: a declared sequence, or a trip that stands latched. */
export class WatchedMover {
  readonly #name: Pick<SeenMover, 'kind' | 'of' | 'name' | 'tags'>;
  readonly #isOn: () => boolean | undefined;
  readonly #signal = new Signal();
  readonly #seen: SeenMover[] = [];

  private constructor(name: WatchedMover['seen'][number], isOn: () => boolean | undefined) {
    this.#name = name;
    this.#isOn = isOn;
  }

  /** A sequence; none where nothing tells whether it runs. */
  static ofSequence({ id, name, activeWhen: running }: Sequence, known: KnownNow): readonly WatchedMover[] {
    if (running === undefined) return [];
    const isOn = () => {
      const state = evaluateState(running, (tag) => known.readings(tag)[0]?.value);
      return state === 'unknown' ? undefined : state === 'true';
    };
    return [new WatchedMover({ kind: 'sequence', of: id, name, tags: [...tagsOf({ running })] }, isOn)];
  }

  /** The trip of a function; none where nothing shows it. */
  static ofLatch({ id, name, tripped }: SafetyFunction, plant: Plant, known: KnownNow): readonly WatchedMover[] {
    if (tripped === undefined) return [];
    const bit = bitOfDemand(pointOf(plant, tripped), undefined) ?? true;
    const isOn = () => known.readings(tripped).map(({ value }) => saysOne(value) === bit)[0];
    return [new WatchedMover({ kind: 'latch', of: id, name, tags: [tripped] }, isOn)];
  }

  /** Every time that it was so, in order. */
  get seen(): readonly SeenMover[] {
    return this.#seen;
  }

  /** Takes the looks of one round, when all of it is known. */
  take(round: readonly Look[]): void {
    const own = round.filter(({ tag }) => this.#name.tags.includes(tag));
    if (own.length === 0) return;
    const on = this.#isOn();
    if (on === undefined) return void this.#signal.lose();
    const wasOn = this.#seen.at(-1)?.ended === undefined ? this.#seen.length > 0 : false;
    const change = this.#signal.take(on, {
      sentMs: Math.min(...own.map(({ sentMs }) => sentMs)),
      receivedMs: Math.max(...own.map(({ receivedMs }) => receivedMs)),
    });
    if (on && !wasOn) this.#seen.push({ ...this.#name, ...(change === undefined ? {} : { began: change.when }) });
    const last = this.#seen.at(-1);
    if (!on && wasOn && last !== undefined && change !== undefined)
      this.#seen.splice(-1, 1, { ...last, ended: change.when });
  }
}
