import type { Text } from '../messages/index.ts';
import type { PointAddress } from './address.ts';
import type { Value, WordOrder } from './data-type.ts';
import type { Fault } from './fault.ts';
import type { EpochMs, Observation } from './observation.ts';
import type { SelfReport } from './reader.ts';

/** A point to probe; `plausible`: what its raw value may be, where the plant file says it. */
export interface ProbePoint extends PointAddress {
  readonly plausible?: { readonly low: number; readonly high: number };
}

/** Whether something is served. `unknown` keeps its fault; neither it nor `not-served` is ever good. */
export type Served = 'served' | 'not-served' | 'unknown';

/** What was found at one point. */
export interface ProbedPoint {
  readonly tag: string;
  readonly observation: Observation;
  /** Modbus, 32 bits, where the value looks odd: what the same bytes say under each order. */
  readonly underOrder?: Readonly<Record<WordOrder, Value>>;
  /** OPC UA: the bits of AccessLevel and UserAccessLevel, or why one is not known. */
  readonly accessLevel?: number | Fault;
  readonly userAccessLevel?: number | Fault;
  readonly history?: { readonly served: Served; readonly oldest?: EpochMs; readonly fault?: Fault };
  readonly remarks: readonly Text[];
}

/** An OPC UA server from outside and inside; what it did not say is absent. */
export interface OpcuaPosture {
  readonly endpoints:
    | readonly { readonly mode: string; readonly policy: string; readonly users: readonly string[] }[]
    | Fault;
  readonly build?: Readonly<Record<string, string>>;
  readonly startedAt?: EpochMs;
  readonly namespaces?: readonly string[];
  /** Operation limits as stated; 0 means that the server states none. */
  readonly limits?: Readonly<Record<string, number>>;
}

/** All that one look at a controller gave. Whatever was not answered is a fault or absent, never good. */
export interface ProbeReport {
  readonly endpoint: string;
  readonly fault?: Fault;
  readonly self: SelfReport;
  readonly opcua?: OpcuaPosture;
  readonly points: readonly ProbedPoint[];
  readonly remarks: readonly Text[];
  /** Requests that were sent, connecting and leaving included. */
  readonly requests: number;
}
