import type { Deadline } from '../deadline.ts';
import type { ExchangeKind } from '../exchange.ts';
import type { ExchangeLedger } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import { FramedSocket } from '../framed-socket.ts';
import { inFlightOf } from '../in-flight-of.ts';
import type { Moment } from '../observation.ts';
import { Pace } from '../pace.ts';
import type { ReaderWiring } from '../reader.ts';
import type { Endpoint, Target } from '../target.ts';
import { forbiddenIn } from './allow-list.ts';
import { checkReply } from './check-reply.ts';
import { faultOfException } from './fault-of-exception.ts';
import { frameLengthOf, frameOf, uint16At } from './frame.ts';

/** One request of a session, in the words of the protocol and as its PDU. */
export interface Request {
  readonly kind: ExchangeKind;
  readonly what: string;
  readonly pdu: Uint8Array;
}

/** The PDU of a checked answer, or why there is none; without a number when nothing was sent. */
export type Told =
  | { readonly ok: true; readonly pdu: Uint8Array; readonly exchange: number; readonly at: Moment }
  | {
      readonly ok: false;
      readonly fault: Fault;
      readonly exchange?: number;
      /** Lost while others were in flight: perhaps one too many for this device, so that it may be asked again. */
      readonly wasCrowded?: boolean;
    };

/** What reading blocks and identity needs of a session with one unit, whatever frames it speaks in. */
export interface UnitSession {
  readonly endpoint: { readonly url: string };
  /** False once the connection has been dropped, whoever dropped it. */
  readonly isOpen: boolean;
  /** Why the connection was dropped; undefined while it is open. */
  readonly lost: Fault | undefined;
  /** How many requests may be in flight; absent = one. */
  readonly window?: number;
  /** Why nothing may be asked any more in this run; undefined while it may. */
  readonly withheld: Fault | undefined;
  /** Opens a fresh connection; nothing of an earlier one is left. */
  connect(deadline: Deadline): Promise<Fault | undefined>;
  /** Asks, and asks again a few times while the device says that it is busy. `sinceMs` is when the caller began to wait. */
  ask(request: Request, deadline: Deadline, sinceMs?: number): Promise<Told>;
  /** Drops the connection; resolves when it is gone. */
  close(): Promise<void>;
}

const retriesWhileBusy = 2;

/** One connection to one unit, as many requests in flight as the pacing allows, and its gap kept between them. */
export class Session implements UnitSession {
  readonly endpoint: Extract<Endpoint, { protocol: 'modbus' }>;
  readonly #target: Target;
  readonly #ledger: ExchangeLedger;
  readonly #socket: FramedSocket;
  readonly #pace: Pace;
  #transaction = 0;
  #window: number;
  readonly #flights = new Set<Flight>();

  constructor(
    target: Target,
    endpoint: Extract<Endpoint, { protocol: 'modbus' }>,
    ledger: ExchangeLedger,
    signal: ReaderWiring['signal'],
  ) {
    const { controller, pacing } = target;
    this.endpoint = endpoint;
    this.#target = target;
    this.#ledger = ledger;
    this.#socket = new FramedSocket({ controller, host: endpoint.host, port: endpoint.port, forbiddenIn, signal });
    this.#pace = new Pace(pacing.gapMs, signal, () => ledger.slowdown);
    this.#window = inFlightOf(pacing);
  }

  /** As declared, or one since the connection was lost with more than one request in flight. */
  get window(): number {
    return this.#window;
  }

  /** Why nothing may be asked any more in this run; undefined while it may. */
  get withheld(): Fault | undefined {
    return this.#ledger.withheld();
  }

  /** False once the connection has been dropped, whoever dropped it. */
  get isOpen(): boolean {
    return this.#socket.isOpen;
  }

  /** Why the connection was dropped; undefined while it is open. */
  get lost(): Fault | undefined {
    return this.#socket.lost;
  }

  /** Opens a fresh connection; nothing of an earlier one is left. */
  async connect(deadline: Deadline): Promise<Fault | undefined> {
    const turn = await this.#pace.turn(deadline);
    if (turn === 'stopped') return { kind: 'stopped', by: 'operator' };
    if (turn === 'late') return { kind: 'timeout', during: 'connect', afterMs: 0 };
    const withheld = this.#ledger.withheld();
    if (withheld !== undefined) return withheld;
    const { host, port } = this.endpoint;
    const exchange = this.#ledger.open('connect', `${host}:${port}`, new Uint8Array());
    const fault = await this.#socket.connect(deadline.within(this.#target.pacing.connectTimeoutMs));
    exchange.end({ fault });
    this.#pace.ended();
    return fault;
  }

  /** Asks, and asks again at most twice while the device says that it is busy. `sinceMs` is when the caller began to wait. */
  async ask(request: Request, deadline: Deadline, sinceMs = performance.now()): Promise<Told> {
    let told = await this.#askOnce(request, deadline, sinceMs);
    for (let retry = 0; retry < retriesWhileBusy && isBusy(told); retry++) {
      const again = await this.#askOnce(request, deadline, sinceMs);
      if (again.exchange === undefined) break;
      told = again;
    }
    return told;
  }

  /** Drops the connection; resolves when it is gone. */
  close(): Promise<void> {
    return this.#socket.close();
  }

  async #askOnce({ kind, what, pdu }: Request, deadline: Deadline, sinceMs: number): Promise<Told> {
    const turn = await this.#pace.turn(deadline);
    if (turn === 'stopped') return { ok: false, fault: { kind: 'stopped', by: 'operator' } };
    if (turn === 'late') {
      return {
        ok: false,
        fault: { kind: 'timeout', during: 'read', afterMs: Math.round(performance.now() - sinceMs) },
      };
    }
    if (!this.#socket.isOpen)
      return { ok: false, fault: this.#socket.lost ?? { kind: 'unreachable', code: 'ENOTCONN' } };

    this.#transaction = (this.#transaction + 1) & 0xffff;
    const frame = frameOf(this.#transaction, this.endpoint.unit, pdu);
    const withheld = this.#ledger.withheld(frame.length, longestReplyBytes);
    if (withheld !== undefined) return { ok: false, fault: withheld };
    const exchange = this.#ledger.open(kind, what, frame);
    const flight = this.#takeOff();
    const answer = await this.#socket.send(
      frame,
      frameLengthOf,
      deadline.within(this.#target.pacing.requestTimeoutMs),
      {
        isReply: (reply) => uint16At(reply, 0) === uint16At(frame, 0),
      },
    );
    this.#flights.delete(flight);
    if (!answer.ok) {
      // Some devices drop what they have no room for: one at a time from now on.
      if (flight.hadCompany) this.#window = 1;
      const reply = answer.received.length === 0 ? undefined : answer.received;
      exchange.end({ reply, fault: answer.fault });
      this.#pace.ended();
      return { ok: false, fault: answer.fault, exchange: exchange.number, wasCrowded: flight.hadCompany };
    }

    const checked = checkReply(frame, answer.frame);
    if (checked.kind === 'answer') {
      const { received, sent } = exchange.end({ reply: answer.frame });
      this.#pace.ended();
      return { ok: true, pdu: checked.pdu, exchange: exchange.number, at: received ?? sent };
    }
    const fault: Fault =
      checked.kind === 'exception' ? faultOfException(checked.code) : { kind: 'malformed-reply', what: checked.what };
    if (checked.kind === 'malformed') this.#socket.drop(fault);
    exchange.end({ reply: answer.frame, fault });
    this.#pace.ended();
    return { ok: false, fault, exchange: exchange.number };
  }

  #takeOff(): Flight {
    const flight = { hadCompany: false };
    this.#flights.add(flight);
    if (this.#flights.size > 1) for (const each of this.#flights) each.hadCompany = true;
    return flight;
  }
}

/** A request on its way, and whether another one was on its way at any time of it. */
interface Flight {
  hadCompany: boolean;
}

/** MBAP header, unit and the longest PDU (Modbus Messaging on TCP/IP 1.0b, 4.2). */
const longestReplyBytes = 260;

/** Busy, or a gateway that has no way to the device or no answer from it just now. */
function isBusy(told: Told): boolean {
  if (told.ok) return false;
  return (
    told.fault.kind === 'busy' || (told.fault.kind === 'refused' && (told.fault.code === 10 || told.fault.code === 11))
  );
}
