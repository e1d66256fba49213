import modbusSerial from 'modbus-serial';
import type { Deadline } from '../deadline.ts';
import type { ExchangeLedger, OpenExchange } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import {
  type Ended,
  type Failed,
  faultOfException,
  type Request,
  type Told,
  type UnitSession,
} from '../modbus/index.ts';
import { Pace } from '../pace.ts';
import { ReadOnlyViolation } from '../read-only-guard.ts';
import type { ReaderWiring } from '../reader.ts';
import { settleByDeadline } from '../settle-by-deadline.ts';
import type { Endpoint, Target } from '../target.ts';
import { GuardedPort } from './guarded-port.ts';
import { openSerialWire } from './open-serial-wire.ts';
import { openTcpWire } from './open-tcp-wire.ts';
import { silentIntervalMs } from './silent-interval.ts';
import type { WireEvents } from './wire.ts';

// A CommonJS class that is its own default.
const ModbusRTU = modbusSerial.default;

type RtuEndpoint = Extract<Endpoint, { protocol: 'modbus-rtu' }>;

/** What modbus-serial made of one request. */
type Result =
  | { readonly kind: 'answer'; readonly items: Uint8Array }
  | { readonly kind: 'exception'; readonly code: number }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'violation'; readonly error: ReadOnlyViolation };

/** The read methods of modbus-serial, and no other one is reachable from here. */
const methods = {
  1: 'readCoils',
  2: 'readDiscreteInputs',
  3: 'readHoldingRegisters',
  4: 'readInputRegisters',
} as const;

const retriesWhileBusy = 2;
const notOverRtu: Fault = { kind: 'not-served', code: 0, name: 'only FC 1 to 4 are asked over RTU' };

/** One unit on a serial line, read through modbus-serial: one request in flight, the pause of the pacing kept between them. */
export class RtuSession implements UnitSession {
  readonly endpoint: RtuEndpoint;
  readonly #target: Target;
  readonly #ledger: ExchangeLedger;
  readonly #signal: AbortSignal;
  readonly #pace: Pace;
  #port: GuardedPort | undefined;
  #client: InstanceType<typeof ModbusRTU> | undefined;
  #lost: Fault | undefined;
  #onSend: (frame: Uint8Array) => void = () => undefined;
  #onLost: (fault: Fault) => void = () => undefined;

  constructor(target: Target, endpoint: RtuEndpoint, ledger: ExchangeLedger, signal: ReaderWiring['signal']) {
    this.endpoint = endpoint;
    this.#target = target;
    this.#ledger = ledger;
    this.#signal = signal;
    this.#pace = new Pace(
      Math.max(target.pacing.gapMs, silentIntervalMs(endpoint.line)),
      signal,
      () => ledger.slowdown,
    );
  }

  get isOpen(): boolean {
    return this.#port?.isOpen === true;
  }

  get lost(): Fault | undefined {
    return this.#lost;
  }

  get withheld(): Fault | undefined {
    return this.#ledger.withheld();
  }

  async connect(deadline: Deadline): Promise<Fault | undefined> {
    await this.close();
    const turn = await this.#pace.turn(deadline);
    if (turn !== 'go') return unasked(turn, 'connect', 0);
    if (this.withheld !== undefined) return this.withheld;
    const { line } = this.endpoint;
    const exchange = this.#ledger.open(
      'connect',
      line.by === 'serial' ? line.path : `${line.host}:${line.port}`,
      nothing,
    );
    const port = new GuardedPort({
      controller: this.#target.controller,
      openWire: (events) => this.#openWire(events),
      onSend: (frame) => this.#onSend(frame),
      onLost: (fault) => {
        this.#lost = fault;
        // Its timers would keep the process alive.
        client.destroy(() => undefined);
        this.#onLost(fault);
      },
    });
    const client = new ModbusRTU(port);
    this.#port = port;
    this.#client = client;
    this.#lost = undefined;
    client.on('error', () => undefined);
    client.setID(this.endpoint.unit);
    // A second fence behind our own deadline: without one its promises may never settle.
    client.setTimeout(this.#target.pacing.requestTimeoutMs + 1000);
    const fault = await settleByDeadline<Fault | undefined>({
      deadline: deadline.within(this.#target.pacing.connectTimeoutMs),
      signal: this.#signal,
      during: 'connect',
      start: (settle) =>
        client.open((error?: Error) => settle(error == null ? undefined : (this.#lost ?? notConnected))),
      onFault: (fault) => {
        port.drop(fault);
        this.#lost = fault;
        return fault;
      },
    });
    exchange.end({ fault });
    this.#pace.ended();
    return fault;
  }

  begin(request: Request, deadline: Deadline, sinceMs: number, ended: Ended, failed: Failed): void {
    this.ask(request, deadline, sinceMs).then(ended).catch(failed);
  }

  async ask(request: Request, deadline: Deadline, sinceMs = performance.now()): Promise<Told> {
    let told = await this.#askOnce(request, deadline, sinceMs);
    for (let retry = 0; retry < retriesWhileBusy && isBusy(told); retry++) {
      const again = await this.#askOnce(request, deadline, sinceMs);
      if (again.exchange === undefined) break;
      told = again;
    }
    return told;
  }

  async close(): Promise<void> {
    const port = this.#port;
    this.#port = undefined;
    this.#client = undefined;
    await port?.end();
  }

  async #askOnce(request: Request, deadline: Deadline, sinceMs: number): Promise<Told> {
    const [functionCode, a = 0, b = 0, c = 0, d = 0] = request.pdu;
    if (functionCode !== 1 && functionCode !== 2 && functionCode !== 3 && functionCode !== 4) {
      return { ok: false, fault: notOverRtu };
    }
    const turn = await this.#pace.turn(deadline);
    if (turn !== 'go') return { ok: false, fault: unasked(turn, 'read', performance.now() - sinceMs) };
    if (this.withheld !== undefined) return { ok: false, fault: this.withheld };
    const port = this.#port;
    const client = this.#client;
    if (port === undefined || client === undefined || !port.isOpen) {
      return { ok: false, fault: this.#lost ?? notConnected };
    }

    let exchange: OpenExchange | undefined;
    this.#onSend = (frame) => {
      exchange = this.#ledger.open(request.kind, request.what, frame);
    };
    const result = await settleByDeadline<Result>({
      deadline: deadline.within(this.#target.pacing.requestTimeoutMs),
      signal: this.#signal,
      during: 'read',
      start: (settle, fail) => {
        this.#onLost = fail;
        client[methods[functionCode]](a * 256 + b, c * 256 + d).then(
          ({ buffer }: { readonly buffer: Uint8Array }) => settle({ kind: 'answer', items: Uint8Array.from(buffer) }),
          (error: unknown) => settle(resultOfError(error)),
        );
      },
      onFault: (fault) => ({ kind: 'fault', fault }),
    });
    this.#onLost = () => undefined;
    if (result.kind === 'violation') throw result.error;
    if (result.kind === 'fault') port.drop(result.fault);
    const fault =
      result.kind === 'answer' ? undefined : result.kind === 'fault' ? result.fault : faultOfException(result.code);
    const reply = port.received.length === 0 ? undefined : port.received;
    const ended = exchange?.end({ reply, fault });
    this.#pace.ended();
    if (ended === undefined) return { ok: false, fault: fault ?? notConnected };
    if (result.kind !== 'answer') return { ok: false, fault: fault ?? notConnected, exchange: ended.number };
    const pdu = Uint8Array.of(functionCode, result.items.length, ...result.items);
    return { ok: true, pdu, exchange: ended.number, at: ended.received ?? ended.sent };
  }

  #openWire(events: WireEvents) {
    const { line } = this.endpoint;
    return line.by === 'serial' ? openSerialWire(line, events) : openTcpWire(line.host, line.port, events);
  }
}

const nothing = new Uint8Array();
const notConnected: Fault = { kind: 'unreachable', code: 'ENOTCONN' };

function unasked(turn: 'late' | 'stopped', during: 'connect' | 'read', afterMs: number): Fault {
  return turn === 'stopped'
    ? { kind: 'stopped', by: 'operator' }
    : { kind: 'timeout', during, afterMs: Math.round(afterMs) };
}

/** modbus-serial rejects with an exception code, or with a sentence about the check that failed. */
function resultOfError(error: unknown): Result {
  if (error instanceof ReadOnlyViolation) return { kind: 'violation', error };
  if (error instanceof Error && 'modbusCode' in error && typeof error.modbusCode === 'number') {
    return { kind: 'exception', code: error.modbusCode };
  }
  const what = error instanceof Error ? error.message : String(error);
  return { kind: 'fault', fault: { kind: 'malformed-reply', what } };
}

function isBusy(told: Told): boolean {
  return !told.ok && told.fault.kind === 'busy';
}
