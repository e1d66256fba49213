import type { Deadline } from '../deadline.ts';
import type { ExchangeKind } from '../exchange.ts';
import type { ExchangeLedger } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import { FramedSocket } from '../framed-socket.ts';
import type { Moment } from '../observation.ts';
import { Pace } from '../pace.ts';
import type { ReaderWiring } from '../reader.ts';
import type { Endpoint, Target } from '../target.ts';
import { forbiddenIn } from './allow-list.ts';
import { checkReply } from './check-reply.ts';
import { faultOfException } from './fault-of-exception.ts';
import { frameLengthOf, frameOf } from './frame.ts';

/** One request of a session, in the words of the protocol and as its PDU. */
export interface Request {
  readonly kind: ExchangeKind;
  readonly what: string;
  readonly pdu: Uint8Array;
}

/** The PDU of a checked answer, or why there is none; without a number when nothing was sent. */
export type Told =
  | { readonly ok: true; readonly pdu: Uint8Array; readonly exchange: number; readonly at: Moment }
  | { readonly ok: false; readonly fault: Fault; readonly exchange?: number };

/** What reading blocks and identity needs of a session with one unit, whatever frames it speaks in. */
export interface UnitSession {
  readonly endpoint: { readonly url: string };
  /** False once the connection has been dropped, whoever dropped it. */
  readonly isOpen: boolean;
  /** Why the connection was dropped; undefined while it is open. */
  readonly lost: Fault | undefined;
  /** Opens a fresh connection; nothing of an earlier one is left. */
  connect(deadline: Deadline): Promise<Fault | undefined>;
  /** Asks, and asks again a few times while the device says that it is busy. `sinceMs` is when the caller began to wait. */
  ask(request: Request, deadline: Deadline, sinceMs?: number): Promise<Told>;
  /** Drops the connection; resolves when it is gone. */
  close(): Promise<void>;
}

const retriesWhileBusy = 2;

/** One connection to one unit, one request in flight, the gap of the pacing kept between them. */
export class Session implements UnitSession {
  readonly endpoint: Extract<Endpoint, { protocol: 'modbus' }>;
  readonly #target: Target;
  readonly #ledger: ExchangeLedger;
  readonly #socket: FramedSocket;
  readonly #pace: Pace;
  #transaction = 0;

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
    this.#pace = new Pace(pacing.gapMs, signal);
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
    const { host, port } = this.endpoint;
    const exchange = this.#ledger.open('connect', `${host}:${port}`, new Uint8Array());
    const fault = await this.#socket.connect(deadline.within(this.#target.pacing.connectTimeoutMs));
    this.#pace.ended();
    exchange.end({ fault });
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
    const exchange = this.#ledger.open(kind, what, frame);
    const answer = await this.#socket.send(frame, frameLengthOf, deadline.within(this.#target.pacing.requestTimeoutMs));
    this.#pace.ended();
    if (!answer.ok) {
      const reply = answer.received.length === 0 ? undefined : answer.received;
      exchange.end({ reply, fault: answer.fault });
      return { ok: false, fault: answer.fault, exchange: exchange.number };
    }

    const checked = checkReply(frame, answer.frame);
    if (checked.kind === 'answer') {
      const { received, sent } = exchange.end({ reply: answer.frame });
      return { ok: true, pdu: checked.pdu, exchange: exchange.number, at: received ?? sent };
    }
    const fault: Fault =
      checked.kind === 'exception' ? faultOfException(checked.code) : { kind: 'malformed-reply', what: checked.what };
    if (checked.kind === 'malformed') this.#socket.drop(fault);
    exchange.end({ reply: answer.frame, fault });
    return { ok: false, fault, exchange: exchange.number };
  }
}

function isBusy(told: Told): boolean {
  return !told.ok && told.fault.kind === 'busy';
}
