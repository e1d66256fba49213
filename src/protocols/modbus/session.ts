import type { Deadline } from '../deadline.ts';
import type { ExchangeKind } from '../exchange.ts';
import type { ExchangeLedger, OpenExchange } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import { type Answer, FramedSocket } from '../framed-socket.ts';
import { inFlightOf } from '../in-flight-of.ts';
import type { Moment } from '../observation.ts';
import { Pace, type Turn } from '../pace.ts';
import type { ReaderWiring } from '../reader.ts';
import type { Endpoint, Target } from '../target.ts';
import { forbiddenIn } from './allow-list.ts';
import { checkReply } from './check-reply.ts';
import { faultOfException } from './fault-of-exception.ts';
import { frameLengthOf, frameOf, replyBytesOf, uint16At } from './frame.ts';

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
  /** Asks, and asks again a few times while the device says that it is busy. */
  ask(request: Request, deadline: Deadline): Promise<Told>;
  /**
   * The same without a promise: `ended` is called once, at once or later, or `failed` with an error of ours. `sinceMs` is when
   * the caller began to wait.
   */
  begin(request: Request, deadline: Deadline, sinceMs: number, ended: Ended, failed: Failed): void;
  /** Drops the connection; resolves when it is gone. */
  close(): Promise<void>;
}

/** Receives what was told. */
export type Ended = (told: Told) => void;
/** Receives an error of ours. */
export type Failed = (error: unknown) => void;

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

  /** Asks, and asks again at most twice while the device says that it is busy. */
  ask(request: Request, deadline: Deadline): Promise<Told> {
    return new Promise((resolve, reject) => this.begin(request, deadline, performance.now(), resolve, reject));
  }

  /** The same for callers that have many questions: nothing stands between an answer and the next request. */
  begin(request: Request, deadline: Deadline, sinceMs: number, ended: Ended, failed: Failed): void {
    let retries = retriesWhileBusy;
    const tell = (told: Told): void => {
      if (retries === 0 || !isBusy(told)) {
        ended(told);
        return;
      }
      retries -= 1;
      this.#askOnce(
        request,
        deadline,
        sinceMs,
        (again) => (again.exchange === undefined ? ended(told) : tell(again)),
        failed,
      );
    };
    this.#askOnce(request, deadline, sinceMs, tell, failed);
  }

  /** Drops the connection; resolves when it is gone. */
  close(): Promise<void> {
    return this.#socket.close();
  }

  #askOnce(request: Request, deadline: Deadline, sinceMs: number, ended: Ended, failed: Failed): void {
    const onTurn = (turn: Turn): void => {
      try {
        if (turn === 'go') this.#send(request, deadline, ended, failed);
        else ended({ ok: false, fault: unasked(turn, performance.now() - sinceMs) });
      } catch (error) {
        failed(error);
      }
    };
    const turn = this.#pace.turnNow(deadline);
    if (typeof turn === 'string') onTurn(turn);
    else this.#pace.turn(deadline).then(onTurn, failed);
  }

  #send({ kind, what, pdu }: Request, deadline: Deadline, ended: Ended, failed: Failed): void {
    if (!this.#socket.isOpen) {
      ended({ ok: false, fault: this.#socket.lost ?? { kind: 'unreachable', code: 'ENOTCONN' } });
      return;
    }
    this.#transaction = (this.#transaction + 1) & 0xffff;
    const transaction = this.#transaction;
    const frame = frameOf(transaction, this.endpoint.unit, pdu);
    const withheld = this.#ledger.withheld(frame.length, longestReplyBytes);
    if (withheld !== undefined) {
      ended({ ok: false, fault: withheld });
      return;
    }
    const exchange = this.#ledger.open(kind, what, frame, replyBytesOf(pdu) ?? longestReplyBytes);
    const flight = this.#takeOff();
    const onAnswer = (answer: Answer): void => {
      try {
        ended(this.#land(flight, exchange, frame, answer));
      } catch (error) {
        failed(error);
      }
    };
    this.#socket.ask(frame, frameLengthOf, deadline.within(this.#target.pacing.requestTimeoutMs), onAnswer, {
      isReply: (reply) => uint16At(reply, 0) === transaction,
    });
  }

  /** Holds the answer against its request and ends the exchange. */
  #land(flight: Flight, exchange: OpenExchange, frame: Uint8Array, answer: Answer): Told {
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

function unasked(turn: Exclude<Turn, 'go'>, afterMs: number): Fault {
  return turn === 'stopped'
    ? { kind: 'stopped', by: 'operator' }
    : { kind: 'timeout', during: 'read', afterMs: Math.round(afterMs) };
}

/** Busy, or a gateway that has no way to the device or no answer from it just now. */
function isBusy(told: Told): boolean {
  if (told.ok) return false;
  return (
    told.fault.kind === 'busy' || (told.fault.kind === 'refused' && (told.fault.code === 10 || told.fault.code === 11))
  );
}
