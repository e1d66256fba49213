import type { PointAddress } from './address.ts';
import type { ExchangeKind } from './exchange.ts';
import type { Target } from './target.ts';

/** One request that will be sent, in the words in which its exchange will be recorded, and its bytes on the wire. */
export interface PlannedRequest {
  readonly kind: ExchangeKind;
  readonly what: string;
  readonly bytesOut: number;
  /** As expected of a good answer. */
  readonly bytesIn: number;
  /** The most, where an answer may be longer than expected. */
  readonly mostBytesIn?: number;
  /** Of a read: how many values it carries, none of which is split. */
  readonly values?: number;
}

/** A request that may be sent; each `{n}` in `what` stands for a number. */
export interface PossibleRequest extends PlannedRequest {
  /** How often at most, where the protocol says so. */
  readonly most: number;
}

/** What a protocol would send. Pure: opens nothing, loads no library. */
export interface RequestPlanner {
  /** Opens one connection. */
  readonly opening: (target: Target) => readonly PlannedRequest[];
  /** Looks at the controller itself, once per connection that is used. */
  readonly identity: (target: Target) => readonly PlannedRequest[];
  /** What may follow on that look. */
  readonly followUps: (target: Target) => readonly PossibleRequest[];
  /** Reads the points once. */
  readonly reads: (target: Target, points: readonly PointAddress[]) => readonly PlannedRequest[];
  /** Reads some of them again in other parts, where a part was declined or the device has other limits; of the longest reply. */
  readonly otherParts: (target: Target) => readonly PlannedRequest[];
  /** Asks once what the session's user may do with the points; absent where the protocol cannot say it. */
  readonly access?: (points: readonly PointAddress[]) => readonly PlannedRequest[];
  /** Asks once how far back the records of the points go; each request may be sent a second time. Absent where the protocol has no history. */
  readonly history?: (points: readonly PointAddress[]) => readonly PlannedRequest[];
  /** Asks once for the newest records of the points; absent where the protocol has no history. */
  readonly past?: (points: readonly PointAddress[]) => readonly PlannedRequest[];
  /** Has the controller watch the points: what opens that, and what is sent in each round then. Absent where the protocol has no subscriptions. */
  readonly subscription?: (points: readonly PointAddress[]) => {
    readonly opening: readonly PlannedRequest[];
    readonly round: readonly PlannedRequest[];
  };
  /** Ends one connection. */
  readonly closing: (target: Target) => readonly PlannedRequest[];
  /** How often a lost connection is opened anew, at most, in so many readings. */
  readonly reconnections: (rounds: number) => number;
  /** How often a request is repeated while the device says that it is busy. */
  readonly busyRetries: number;
}
