import type { PointAddress } from './address.ts';
import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';
import type { Tap, Traffic } from './exchange.ts';
import type { ExportReport } from './exported.ts';
import type { Fault } from './fault.ts';
import type { EpochMs, Moment, Observation } from './observation.ts';
import type { PointAccess } from './point-access.ts';
import type { PointHistory } from './point-history.ts';
import type { PointPast } from './point-past.ts';
import type { Restraint } from './restraint.ts';
import type { Target } from './target.ts';

/** Run state as the controller itself says it. `not-served` is not `run`. */
export type RunState = 'run' | 'stop' | 'not-served' | 'unknown';

/** What a controller says of itself; an absent field was not served. */
export interface Identity {
  readonly vendor?: string;
  readonly model?: string;
  readonly serial?: string;
  readonly firmware?: string;
  readonly name?: string;
  /** S7: 1 (none) to 3 (read and write protected). */
  readonly protectionLevel?: number;
}

/** What one look at the controller itself gave. */
export interface SelfReport {
  readonly endpoint: string;
  readonly identity: Identity | { readonly fault: Fault };
  readonly runState: RunState;
  /** OPC UA: how well this one of several servers can serve data, 0 (maintenance) to 255; absent where it was not served. */
  readonly serviceLevel?: number;
  /**
   * The controller's clock when it was asked; `at` is the middle of the round trip on our clock.
   * A clock without a zone (S7) is given as if it were UTC and says so.
   */
  readonly clock?: { readonly says: EpochMs; readonly at: Moment; readonly hasZone: boolean };
  /** OPC UA: the namespace table, and the endpoints of the server as it told them while connecting. */
  readonly namespaces?: readonly string[];
  readonly endpoints?: readonly { readonly mode: string; readonly policy: string; readonly users: readonly string[] }[];
  readonly exchanges: readonly number[];
}

/** What a reader is wired to. */
export interface ReaderWiring {
  readonly clock: Clock;
  readonly tap: Tap;
  /** Gives the next exchange number; one sequence for the whole audit. */
  readonly nextExchange: () => number;
  /** Aborts when the operator stops the run. */
  readonly signal: AbortSignal;
  /** True for a watch alone: the reader may ask the controller to report changes by itself. */
  readonly subscribes?: boolean;
  /** Circuit breaker and budget of the controller for the whole run; a reader that is given none has its own. */
  readonly restraint?: Restraint;
}

/** Everything that the files of a controller say of a span, oldest first, and what was found in them. */
export interface Recorded {
  readonly observations: readonly Observation[];
  readonly report: ExportReport;
}

/**
 * A read-only session with one controller. There is no method that writes.
 * Nothing here throws for the world's failures: they come back as faults. A reader never retries past its deadline.
 */
export interface Reader {
  readonly target: Target;
  /** Opens the session with the first endpoint that answers; the fault of the last one when none does. */
  connect(deadline: Deadline): Promise<Fault | undefined>;
  /** Identity, run state and clock. After a failed connect every part is unknown. */
  identify(deadline: Deadline): Promise<SelfReport>;
  /** One observation per point, in the order asked; a bad point never spoils a good neighbour. */
  read(points: readonly PointAddress[], deadline: Deadline): Promise<readonly Observation[]>;
  /** Whether the session's user may write each point, in the order asked; absent where the protocol knows no users. */
  access?(points: readonly PointAddress[], deadline: Deadline): Promise<readonly PointAccess[]>;
  /** Whether the controller keeps records of each point from before `from` (its own clock); absent where the protocol has no history. */
  history?(points: readonly PointAddress[], from: EpochMs, deadline: Deadline): Promise<readonly PointHistory[]>;
  /** Of files: what they hold of the last `windowMs`, in place of watching; absent where a controller is read. */
  recorded?(points: readonly PointAddress[], windowMs: number): Promise<Recorded>;
  /** What the controller recorded of each point from `from` to `to` (its own clock), the newest of it; absent where the protocol has no history. */
  past?(
    points: readonly PointAddress[],
    span: { readonly from: EpochMs; readonly to: EpochMs },
    deadline: Deadline,
  ): Promise<readonly PointPast[]>;
  /**
   * Has the controller itself watch the points, and tell of changes at least that often; the fault where it declines. Absent
   * where the protocol has no subscriptions; refused by the guard where the wiring does not say `subscribes`.
   */
  subscribe?(points: readonly PointAddress[], everyMs: number, deadline: Deadline): Promise<Subscribed | Fault>;
  /** Ends the session politely and drops the connection. Safe to call twice. */
  close(): Promise<void>;
  traffic(): Traffic;
}

/** Points that a controller watches for us, until its session ends. */
export interface Subscribed {
  /**
   * What came since the last call, in waves: a point is at most once in each of them, in the order of its changes, and the
   * last wave has every point. Where the subscription is lost, that wave is silence.
   */
  next(deadline: Deadline): Promise<readonly (readonly Observation[])[]>;
}

/** How a protocol opens its reader; registered in open-reader.ts. */
export type OpenReader = (target: Target, wiring: ReaderWiring) => Reader;
