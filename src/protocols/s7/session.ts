import type { Deadline } from '../deadline.ts';
import type { Exchange, ExchangeKind } from '../exchange.ts';
import type { ExchangeLedger, OpenExchange } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import { FramedSocket } from '../framed-socket.ts';
import { inFlightOf } from '../in-flight-of.ts';
import type { Pace } from '../pace.ts';
import type { Endpoint, Target } from '../target.ts';
import { forbiddenInS7 } from './allow-list.ts';
import type { Checked } from './checked.ts';
import { shakeHands } from './handshake.ts';
import { longestPduBytes } from './setup.ts';
import { tpktLengthOf } from './tpkt.ts';

export type S7Endpoint = Extract<Endpoint, { protocol: 's7' }>;

/** What a session needs from its reader. */
export interface SessionWiring {
  readonly target: Target;
  readonly ledger: ExchangeLedger;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}

/** One question: how it is written with a PDU reference, and how its reply is checked against it. */
export interface Question<T> {
  readonly kind: ExchangeKind;
  /** In the protocol's own words, for the record. */
  readonly what: string;
  readonly write: (reference: number) => Uint8Array;
  readonly check: (frame: Uint8Array, reference: number) => Checked<T>;
  /** The longest good reply, bytes, where several may be in flight: set aside in the budget meanwhile. */
  readonly mostBytesIn?: number;
  /** Names the fault of a timeout. */
  readonly during?: 'handshake' | 'read';
}

/** A checked answer with the exchange that carried it; there is none where the question was not asked any more. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T; readonly exchange: Exchange }
  | {
      readonly ok: false;
      readonly fault: Fault;
      readonly exchange?: Exchange;
      /** Lost while others were in flight: perhaps one too many for this CPU, so that it may be asked again. */
      readonly wasCrowded?: boolean;
    };

const nothing = new Uint8Array();
const neverOpened: Fault = { kind: 'unreachable', code: 'ENOTCONN' };

/**
 * An S7 connection with one CPU: one request at a time, each with a PDU reference of its own. A reply that fails its
 * check drops the connection, as a timeout does.
 */
export class S7Session {
  readonly endpoint: S7Endpoint;
  readonly #wiring: SessionWiring;
  readonly #socket: FramedSocket;
  readonly #flights = new Set<Flight>();
  #reference = 0;
  #pduBytes = 0;
  #jobs = 1;
  #window: number;
  #fault: Fault | undefined;

  constructor(endpoint: S7Endpoint, wiring: SessionWiring) {
    this.endpoint = endpoint;
    this.#wiring = wiring;
    this.#window = inFlightOf(wiring.target.pacing);
    const { host, port } = endpoint;
    const { controller } = wiring.target;
    this.#socket = new FramedSocket({ controller, host, port, forbiddenIn: forbiddenInS7, signal: wiring.signal });
  }

  /** True once the telegram length is agreed on, until the connection is lost. */
  get isOpen(): boolean {
    return this.#socket.isOpen && this.#pduBytes > 0;
  }

  /** The longest telegram in bytes, as negotiated. */
  get pduBytes(): number {
    return this.#pduBytes;
  }

  /** How many requests may be in flight: as declared, at most as agreed on, and one since several were lost together. */
  get window(): number {
    return Math.min(this.#window, this.#jobs);
  }

  /** Why nothing may be asked any more in this run; undefined while it may. */
  get withheld(): Fault | undefined {
    return this.#wiring.ledger.withheld();
  }

  /** Why there is no connection any more. */
  get lost(): Fault {
    return this.#fault ?? this.#socket.lost ?? neverOpened;
  }

  /** TCP connection, COTP connection, setup communication; a fault leaves nothing open. */
  async open(deadline: Deadline): Promise<Fault | undefined> {
    const refused = await this.#openTcp(deadline);
    if (refused !== undefined) return refused;
    const agreed = await shakeHands(this, this.#window, deadline);
    if (agreed.ok) {
      this.#pduBytes = agreed.value.pduBytes;
      this.#jobs = agreed.value.jobs;
      return undefined;
    }
    await this.drop(agreed.fault);
    return agreed.fault;
  }

  /** Asks one question; its reply is checked before it counts. */
  async ask<T>({ kind, what, write, check, during, mostBytesIn }: Question<T>, deadline: Deadline): Promise<Asked<T>> {
    const unasked = await this.#turn(deadline, during);
    if (unasked !== undefined) return { ok: false, fault: unasked };
    if (!this.#socket.isOpen) return { ok: false, fault: this.lost };
    const reference = this.#nextReference();
    const request = write(reference);
    const withheld = this.#wiring.ledger.withheld(request.length, longestTelegramBytes);
    if (withheld !== undefined) return { ok: false, fault: withheld };
    const flight = this.#takeOff();
    const open = this.#wiring.ledger.open(kind, what, request, mostBytesIn);
    const limit = deadline.within(this.#wiring.target.pacing.requestTimeoutMs);
    const isReply = (frame: Uint8Array) => referenceOf(frame) === reference;
    const answer = await this.#socket.send(request, tpktLengthOf, limit, {
      during,
      ...(during === 'handshake' ? {} : { isReply }),
    });
    this.#flights.delete(flight);
    if (!answer.ok) {
      // Some devices drop what they have no room for: one at a time from now on.
      if (flight.hadCompany) this.#window = 1;
      const reply = answer.received.length > 0 ? answer.received : undefined;
      return {
        ok: false,
        fault: answer.fault,
        exchange: this.#ended(open, { reply, fault: answer.fault }),
        wasCrowded: flight.hadCompany,
      };
    }
    const checked = check(answer.frame, reference);
    const exchange = this.#ended(open, { reply: answer.frame, fault: checked.ok ? undefined : checked.fault });
    if (!checked.ok && checked.fault.kind === 'malformed-reply') await this.drop(checked.fault);
    return { ...checked, exchange };
  }

  /** Drops the connection because of what came over it. */
  async drop(because: Fault): Promise<void> {
    this.#fault = because;
    await this.close();
  }

  /** Drops the connection. Safe to call twice. */
  async close(): Promise<void> {
    await this.#socket.close();
    this.#pduBytes = 0;
  }

  async #openTcp(deadline: Deadline): Promise<Fault | undefined> {
    this.#fault = undefined;
    this.#pduBytes = 0;
    const unasked = (await this.#turn(deadline, 'connect')) ?? this.#wiring.ledger.withheld();
    if (unasked !== undefined) return unasked;
    const { host, port } = this.endpoint;
    const open = this.#wiring.ledger.open('connect', `TCP ${host}:${port}`, nothing);
    const fault = await this.#socket.connect(deadline.within(this.#wiring.target.pacing.connectTimeoutMs));
    this.#ended(open, { fault });
    return fault;
  }

  async #turn(deadline: Deadline, during: 'connect' | 'handshake' | 'read' = 'read'): Promise<Fault | undefined> {
    const turn = await this.#wiring.pace.turn(deadline);
    if (turn === 'stopped') return { kind: 'stopped', by: 'operator' };
    return turn === 'late' ? { kind: 'timeout', during, afterMs: 0 } : undefined;
  }

  /** The pause begins when the record says that the exchange ended, so that the record shows it whole. */
  #ended(open: OpenExchange, outcome: Parameters<OpenExchange['end']>[0]): Exchange {
    const exchange = open.end(outcome);
    this.#wiring.pace.ended();
    return exchange;
  }

  #takeOff(): Flight {
    const flight = { hadCompany: false };
    this.#flights.add(flight);
    if (this.#flights.size > 1) for (const each of this.#flights) each.hadCompany = true;
    return flight;
  }

  /** 1 to 65535, then over again. */
  #nextReference(): number {
    this.#reference = (this.#reference % 65_535) + 1;
    return this.#reference;
  }
}

/** A request on its way, and whether another one was on its way at any time of it. */
interface Flight {
  hadCompany: boolean;
}

/** TPKT and COTP head around the longest telegram that we agree to. */
const longestTelegramBytes = 7 + longestPduBytes;

/** The PDU reference behind TPKT, COTP head, protocol id, ROSCTR and two reserved bytes; of anything else than data, none. */
function referenceOf(frame: Uint8Array): number | undefined {
  return frame[5] === 0xf0 ? (frame[11] ?? 0) * 256 + (frame[12] ?? 0) : undefined;
}
