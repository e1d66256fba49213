import type { PointAddress } from '../address.ts';
import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import type { Observation } from '../observation.ts';
import type { Subscribed } from '../reader.ts';
import { canonicalJson } from './canonical-json.ts';
import { decodeDataValue } from './decode.ts';
import { describeDataValue } from './describe.ts';
import type { Published, ValueSubscription } from './subscription.ts';

/** StatusCode bits: a value that says that others before it were dropped (Part 4 §7.39.1). */
const overflow = 0x480;

/** Points of a subscription as observations: what changed in the order of its changes, and what did not as it was. */
export class SubscribedPoints implements Subscribed {
  readonly #points: readonly PointAddress[];
  readonly #subscription: ValueSubscription;
  readonly #silence: (point: PointAddress, fault: Fault) => Observation;
  readonly #last = new Map<number, Observation>();

  constructor(
    points: readonly PointAddress[],
    subscription: ValueSubscription,
    silence: (point: PointAddress, fault: Fault) => Observation,
  ) {
    this.#points = points;
    this.#subscription = subscription;
    this.#silence = silence;
  }

  async next(deadline: Deadline): Promise<readonly (readonly Observation[])[]> {
    const published = await this.#subscription.next(deadline);
    if ('kind' in published) return [this.#points.map((point) => this.#silence(point, published))];
    const waves: Observation[][] = [];
    const changes = new Map<number, number>();
    for (const each of published) this.#take(each, waves, changes);
    const { exchange } = published.at(-1) ?? {};
    if (exchange === undefined) throw new Error('a Publish without an exchange');
    const at = exchange.received ?? exchange.sent;
    // Unchanged up to this answer: the times of the change say nothing of it.
    const whole = this.#points.flatMap((_, index): readonly Observation[] => {
      const last = this.#last.get(index);
      if (last === undefined) return [];
      if (last.kind === 'silence') return [{ ...last, at }];
      const { sourceTime: _source, ...said } = last;
      return [{ ...said, at, exchange: exchange.number }];
    });
    return [...waves, whole];
  }

  #take({ notifications, exchange }: Published, waves: Observation[][], seen: Map<number, number>): void {
    const at = exchange.received ?? exchange.sent;
    for (const { index, dataValue } of notifications) {
      const point = this.#points[index];
      if (point === undefined) continue;
      const decoded = decodeDataValue(dataValue, point.type, { during: 'read', afterMs: 0 });
      // Where the server dropped samples, or this is its first one, nobody knows what the one before was.
      const isNext = this.#last.has(index) && (dataValue.statusCode.value & overflow) !== overflow;
      const observation: Observation = decoded.ok
        ? {
            kind: 'reading',
            tag: point.tag,
            ...timed(decoded.reading, isNext),
            raw: canonicalJson(describeDataValue(dataValue)),
            sampledEveryMs: this.#subscription.samplingMsOf(index),
            at,
            exchange: exchange.number,
          }
        : { kind: 'silence', tag: point.tag, fault: decoded.fault, at, exchange: exchange.number };
      this.#last.set(index, observation);
      const wave = seen.get(index) ?? 0;
      seen.set(index, wave + 1);
      const open = waves[wave] ?? [];
      open.push(observation);
      waves[wave] = open;
    }
  }
}

type Timed = Extract<ReturnType<typeof decodeDataValue>, { readonly ok: true }>['reading'];

/**
 * The server's time of a change says nothing of the age of a value that has not changed since; the source's own says when
 * it changed only where the value before is known.
 */
function timed({ serverTime: _, sourceTime, ...rest }: Timed, isNext: boolean): Omit<Timed, 'serverTime'> {
  return isNext && sourceTime !== undefined ? { ...rest, sourceTime } : rest;
}
