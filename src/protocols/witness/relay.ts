import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { Deadline } from '../deadline.ts';
import type { ExchangeLedger } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import { FramedSocket } from '../framed-socket.ts';
import { Pace } from '../pace.ts';
import { ReadOnlyViolation } from '../read-only-guard.ts';
import type { Target } from '../target.ts';
import type { RelayedProtocol } from './relayed-protocol.ts';

/** What a relay passes on, to whom, and what holds it back. */
export interface RelayOptions {
  readonly target: Target;
  readonly host: string;
  readonly port: number;
  readonly protocol: RelayedProtocol;
  readonly ledger: ExchangeLedger;
  readonly signal: AbortSignal;
  readonly deadline: Deadline;
  /** Requests that may pass; one more ends the connection. */
  readonly mostRequests: number;
}

/** A Modbus frame has at most 260; the S7 client asks for telegrams of 240. */
const longestReplyBytes = 260;

/**
 * Stands between somebody else's client and a controller: listens on 127.0.0.1, takes one connection in its life, opens one
 * to the controller, and passes whole frames on, one at a time, after the allow-list and the pause of the pacing. Whatever
 * goes wrong ends both connections, so that a client that connects anew by itself finds nobody.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #server: Server;
  readonly #pace: Pace;
  readonly #controller: FramedSocket;
  #client: Socket | undefined;
  #isTaken = false;
  #requests = 0;
  #buffer: Uint8Array = new Uint8Array();
  #work: Promise<void> = Promise.resolve();
  #fault: Fault | undefined;
  #violation: ReadOnlyViolation | undefined;

  private constructor(options: RelayOptions) {
    const { target, host, port, protocol, ledger, signal } = options;
    this.#options = options;
    this.#pace = new Pace(target.pacing.gapMs, signal, () => ledger.slowdown);
    const { controller } = target;
    this.#controller = new FramedSocket({ controller, host, port, forbiddenIn: protocol.forbiddenIn, signal });
    this.#server = createServer({ noDelay: true }, (socket) => this.#take(socket));
  }

  /** Opens a relay at a free port; the controller is not touched before the first whole request has come. */
  static async open(options: RelayOptions): Promise<Relay> {
    const relay = new Relay(options);
    relay.#server.listen(0, '127.0.0.1');
    await once(relay.#server, 'listening');
    return relay;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening on TCP');
    return address.port;
  }

  /** Why the controller could not be asked any more. */
  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** What the client wanted to send and must not; it has not left. */
  get violation(): ReadOnlyViolation | undefined {
    return this.#violation;
  }

  /** Ends both connections and resolves when they are gone. Safe to call twice. */
  async close(): Promise<void> {
    this.#client?.destroy();
    await this.#controller.close();
    await this.#work;
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #take(socket: Socket): void {
    socket.on('error', () => undefined);
    if (this.#isTaken) {
      socket.destroy();
      return;
    }
    this.#isTaken = true;
    this.#client = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('close', () => void this.#controller.close());
  }

  #receive(chunk: Uint8Array): void {
    this.#buffer = Uint8Array.from([...this.#buffer, ...chunk]);
    for (;;) {
      const length = this.#options.protocol.frameLengthOf(this.#buffer);
      if (length === 'malformed') {
        this.#refuse('bytes that are no frame');
        return;
      }
      if (length === undefined || this.#buffer.length < length) return;
      const frame = this.#buffer.slice(0, length);
      this.#buffer = this.#buffer.slice(length);
      this.#work = this.#work.then(() => this.#pass(frame));
    }
  }

  async #pass(frame: Uint8Array): Promise<void> {
    const { protocol, deadline, ledger, target, mostRequests } = this.#options;
    if (this.#client?.destroyed !== false) return;
    const forbidden = protocol.forbiddenIn(frame);
    if (forbidden !== undefined) {
      this.#refuse(forbidden);
      return;
    }
    this.#requests += 1;
    if (this.#requests > mostRequests) {
      this.#end({ kind: 'stopped', by: 'budget' });
      return;
    }
    const absence = this.#controller.isOpen ? undefined : await this.#connect();
    const turn = absence === undefined ? await this.#pace.turn(deadline) : 'go';
    const fault = absence ?? unasked(turn, 'read') ?? ledger.withheld(frame.length, longestReplyBytes);
    if (fault !== undefined) {
      this.#end(fault);
      return;
    }
    const { kind, what } = protocol.describe(frame);
    const exchange = ledger.open(kind, what, frame);
    const limit = deadline.within(target.pacing.requestTimeoutMs);
    const answer = await this.#controller.send(frame, protocol.frameLengthOf, limit);
    exchange.end(answer.ok ? { reply: answer.frame } : { reply: answer.received, fault: answer.fault });
    this.#pace.ended();
    if (answer.ok) this.#client.write(answer.frame);
    else this.#end(answer.fault);
  }

  /** The one connection of a relay: what was lost is not opened again. */
  async #connect(): Promise<Fault | undefined> {
    const { deadline, ledger, target, host, port } = this.#options;
    if (this.#controller.lost !== undefined) return this.#controller.lost;
    const fault = unasked(await this.#pace.turn(deadline), 'connect') ?? ledger.withheld();
    if (fault !== undefined) return fault;
    const exchange = ledger.open('connect', `witness ${host}:${port}`, new Uint8Array());
    const failed = await this.#controller.connect(deadline.within(target.pacing.connectTimeoutMs));
    exchange.end({ fault: failed });
    this.#pace.ended();
    return failed;
  }

  #refuse(what: string): void {
    this.#violation ??= new ReadOnlyViolation(this.#options.target.controller, `${what}, asked by the witness,`);
    this.#end(undefined);
  }

  #end(fault: Fault | undefined): void {
    this.#fault ??= fault;
    this.#client?.destroy();
    this.#controller.drop(fault ?? { kind: 'unreachable', code: 'ECONNABORTED' });
  }
}

function unasked(turn: 'go' | 'late' | 'stopped', during: 'connect' | 'read'): Fault | undefined {
  if (turn === 'go') return undefined;
  return turn === 'stopped' ? { kind: 'stopped', by: 'operator' } : { kind: 'timeout', during, afterMs: 0 };
}
