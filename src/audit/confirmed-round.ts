import type { EpochMs, Observation } from '../protocols/index.ts';
import type { ConfirmedAt } from './record.ts';
import { runsOf } from './runs.ts';

interface Reply extends Omit<ConfirmedAt, 'of'> {
  readonly of: number[];
}

/** Gathers what the points of one controller said again in one round, by the replies that said so. */
export class ConfirmedRound {
  readonly #replies = new Map<string, Reply>();
  #latest: Reply | undefined;

  /** What was confirmed, reply by reply. */
  seen(): readonly ConfirmedAt[] {
    return [...this.#replies.values()].map(({ of, ...reply }) => ({ ...reply, of: runsOf(of) }));
  }

  /** The observation is what the entry `evidence` holds. */
  add(evidence: number, observation: Observation): void {
    this.#replyOf(observation).of.push(evidence);
  }

  #replyOf(observation: Observation): Reply {
    const { at, exchange } = observation;
    const { serverTime, sourceTime } = observation.kind === 'reading' ? observation : noTimes;
    const last = this.#latest;
    // Points stand in the order in which they were asked, so that most share the reply of the one before.
    const isSame = last?.at === at && last.exchange === exchange;
    if (isSame && last.serverTime === serverTime && last.sourceTime === sourceTime) return last;
    const key = `${exchange} ${at.utc} ${at.monotonicMs} ${serverTime} ${sourceTime}`;
    const reply = this.#replies.get(key) ?? {
      at,
      ...(exchange === undefined ? {} : { exchange }),
      ...(serverTime === undefined ? {} : { serverTime }),
      ...(sourceTime === undefined ? {} : { sourceTime }),
      of: [],
    };
    this.#replies.set(key, reply);
    this.#latest = reply;
    return reply;
  }
}

const noTimes: { readonly serverTime?: EpochMs; readonly sourceTime?: EpochMs } = {};
