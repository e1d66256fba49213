import { connect, type Socket } from 'node:net';
import type { Deadline } from './deadline.ts';
import type { Fault } from './fault.ts';
import { ReadOnlyViolation } from './read-only-guard.ts';
import { settleByDeadline } from './settle-by-deadline.ts';

/** Length of the whole frame at the start of `buffer`; undefined while too little has come, 'malformed' when it can be none. */
export type FrameLengthOf = (buffer: Uint8Array) => number | undefined | 'malformed';

/** One whole frame, or why there is none, with whatever came instead of it. */
export type Answer =
  | { readonly ok: true; readonly frame: Uint8Array }
  | { readonly ok: false; readonly fault: Fault; readonly received: Uint8Array };

/** Where a framed socket connects to, and what holds it back. */
export interface FramedSocketOptions {
  readonly controller: string;
  readonly host: string;
  readonly port: number;
  /** The read-only allow-list: names what is not allowed in the bytes, undefined when all of it is. */
  readonly forbiddenIn: (bytes: Uint8Array) => string | undefined;
  readonly signal: AbortSignal;
}

/** How a request is sent: what a timeout of it is called, and which frames can be its reply; absent = any. */
export interface SendOptions {
  readonly during?: 'handshake' | 'read' | undefined;
  /** Only with it more than one request may be in flight. */
  readonly isReply?: (frame: Uint8Array) => boolean;
}

interface Pending {
  readonly isReply: ((frame: Uint8Array) => boolean) | undefined;
  readonly frameLengthOf: FrameLengthOf;
  readonly settle: (answer: Answer) => void;
  readonly during: 'handshake' | 'read';
  readonly allowedMs: number;
  readonly atMs: number;
}

const nothing = new Uint8Array();
/** What comes over any connection stands here until it is copied, at once: a buffer for each would be megabytes. */
const incoming = new Uint8Array(65_536);
const longestFrameBytes = 65_536;
/** The longest that a timer of Node runs. */
const longestTimerMs = 2 ** 31 - 1;
const droppedByUs: Fault = { kind: 'unreachable', code: 'ECONNABORTED' };
const stoppedByOperator: Fault = { kind: 'stopped', by: 'operator' };

/**
 * A TCP connection that carries requests and their replies: one at a time, or several where each knows its reply. Every byte that leaves has passed the allow-list.
 * After a timeout, a malformed reply, bytes that nobody asked for, or a close, the socket is destroyed: a late reply finds nobody.
 * Failures of the world are faults; only a ReadOnlyViolation, or a second request that does not know its reply, rejects.
 */
export class FramedSocket {
  readonly #options: FramedSocketOptions;
  #socket: Socket | undefined;
  #lost: Fault | undefined;
  #received: Uint8Array = nothing;
  readonly #pending = new Set<Pending>();
  /** One timer for all requests in flight: it rings at or before the earliest deadline, and looks. */
  #alarm: NodeJS.Timeout | undefined;
  #alarmAtMs = Number.POSITIVE_INFINITY;
  #isCorked = false;
  readonly #onAbort = () => this.#drop(stoppedByOperator);

  constructor(options: FramedSocketOptions) {
    this.#options = options;
  }

  /** True while a request can be sent. */
  get isOpen(): boolean {
    return this.#socket !== undefined;
  }

  /** Why there is no connection any more; undefined before the first attempt and while one is open. */
  get lost(): Fault | undefined {
    return this.#lost;
  }

  /** Opens a new connection, dropping an old one. An attempt that is too late is destroyed, so it cannot succeed afterwards. */
  async connect(deadline: Deadline): Promise<Fault | undefined> {
    this.#drop(droppedByUs);
    const { host, port, signal } = this.#options;
    let socket: Socket | undefined;
    return settleByDeadline<Fault | undefined>({
      deadline,
      signal,
      during: 'connect',
      start: (settle, fail) => {
        const callback = (bytes: number) => {
          if (this.#socket === opening) this.#take(incoming.slice(0, bytes));
          return true;
        };
        // One address, one attempt: trying a name's other addresses beside it would be connections that nobody declared.
        const opening = connect({
          host,
          port,
          autoSelectFamily: false,
          noDelay: true,
          onread: { buffer: incoming, callback },
        });
        socket = opening;
        this.#watch(opening, fail);
        opening.once('connect', () => {
          this.#socket = opening;
          this.#lost = undefined;
          signal.addEventListener('abort', this.#onAbort, { once: true });
          settle(undefined);
        });
      },
      onFault: (fault) => {
        socket?.destroy();
        this.#lost = fault;
        return fault;
      },
    });
  }

  /** Sends one request and resolves with one frame: the one that `isReply`, or else, for its check to say what is wrong, any. */
  send(bytes: Uint8Array, frameLengthOf: FrameLengthOf, deadline: Deadline, options?: SendOptions): Promise<Answer> {
    return new Promise((settle) => this.ask(bytes, frameLengthOf, deadline, settle, options));
  }

  /** The same without a promise, which would cost more than the rest: `settle` is called once, at once or later, and must not throw. */
  ask(
    bytes: Uint8Array,
    frameLengthOf: FrameLengthOf,
    deadline: Deadline,
    settle: (answer: Answer) => void,
    { during = 'read', isReply }: SendOptions = {},
  ): void {
    const isAlone = this.#pending.size === 0;
    if (!isAlone && (isReply === undefined || this.#hasOneForAnyFrame()))
      throw new Error('a request is already in flight');
    // A copy, so that what was checked is what leaves.
    const request = Buffer.from(bytes);
    const forbidden = this.#options.forbiddenIn(request);
    if (forbidden !== undefined) throw new ReadOnlyViolation(this.#options.controller, forbidden);
    const socket = this.#socket;
    if (socket === undefined) {
      settle(failed(this.#lost ?? { kind: 'unreachable', code: 'ENOTCONN' }, nothing));
      return;
    }
    if (isAlone) this.#received = nothing;
    const allowedMs = deadline.remainingMs();
    if (allowedMs === 0) {
      const late: Fault = { kind: 'timeout', during, afterMs: 0 };
      this.#drop(late);
      settle(failed(late, this.#received));
      return;
    }
    this.#pending.add({ isReply, frameLengthOf, settle, during, allowedMs, atMs: deadline.atMs });
    this.#ringBy(deadline.atMs);
    if (isAlone) socket.write(request);
    else this.#writeTogether(socket, request);
  }

  /** What is asked in company in one turn leaves in as few segments as can be: each costs both ends a system call. */
  #writeTogether(socket: Socket, request: Uint8Array): void {
    if (!this.#isCorked) {
      this.#isCorked = true;
      socket.cork();
      process.nextTick(() => {
        this.#isCorked = false;
        socket.uncork();
      });
    }
    socket.write(request);
  }

  /** Drops the connection and resolves when it is gone; a request in flight ends as unreachable. Safe to call twice. */
  async close(): Promise<void> {
    const socket = this.#socket;
    if (socket === undefined) return;
    const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    this.#drop(droppedByUs);
    await gone;
  }

  /** Destroys the connection because of `fault`, e.g. a whole reply that failed a check against its request. */
  drop(fault: Fault): void {
    this.#drop(fault);
  }

  #watch(socket: Socket, failOpening: (fault: Fault) => void): void {
    const onEnd = (fault: Fault) => {
      failOpening(fault);
      if (this.#socket === socket) this.#drop(fault);
    };
    socket.on('error', (error) => onEnd({ kind: 'unreachable', code: codeOf(error) }));
    socket.on('end', () => onEnd({ kind: 'unreachable', code: 'EOF' }));
    socket.on('close', () => onEnd({ kind: 'unreachable', code: 'EOF' }));
  }

  #take(chunk: Uint8Array): void {
    const isAskedFor = this.#pending.size > 0;
    this.#received = isAskedFor && this.#received.length > 0 ? joined(this.#received, chunk) : chunk;
    const whole: [Pending, Uint8Array][] = [];
    for (let first = this.#first(); first !== undefined && this.#received.length > 0; first = this.#first()) {
      const length = first.frameLengthOf(this.#received);
      if (length === 'malformed' || (length === undefined && this.#received.length > longestFrameBytes)) {
        // What came whole before it counts.
        this.#settle(whole, malformed('no frame of this protocol'));
        return;
      }
      if (length === undefined || this.#received.length < length) break;
      const frame = this.#received.subarray(0, length);
      this.#received = this.#received.length === length ? nothing : this.#received.subarray(length);
      const asker = first.isReply?.(frame) === false ? (this.#askerOf(frame) ?? first) : first;
      this.#pending.delete(asker);
      whole.push([asker, frame]);
    }
    // Nobody waits any more. Whatever stands behind a whole reply belongs to no request: the reply counts, the connection does not.
    const isTooMuch = this.#received.length > 0 && this.#pending.size === 0;
    const what = isAskedFor ? 'bytes behind the reply' : 'bytes that nobody asked for';
    this.#settle(whole, isTooMuch ? malformed(what) : undefined);
  }

  /** Only when the whole of what came has been looked at: whoever gets an answer asks on at once, and must find no bytes of before. */
  #settle(whole: readonly (readonly [Pending, Uint8Array])[], fault: Fault | undefined): void {
    const pending = fault === undefined ? [] : this.#end(fault);
    for (const [{ settle }, frame] of whole) settle({ ok: true, frame });
    if (fault !== undefined) for (const { settle } of pending) settle(failed(fault, this.#received));
  }

  #askerOf(frame: Uint8Array): Pending | undefined {
    for (const pending of this.#pending) if (pending.isReply?.(frame)) return pending;
    return undefined;
  }

  #first(): Pending | undefined {
    for (const pending of this.#pending) return pending;
    return undefined;
  }

  #hasOneForAnyFrame(): boolean {
    for (const { isReply } of this.#pending) if (isReply === undefined) return true;
    return false;
  }

  /** Sets the timer where none rings by then. One that rings too early for what is in flight is set anew when it rings. */
  #ringBy(atMs: number): void {
    if (this.#alarmAtMs <= atMs) return;
    clearTimeout(this.#alarm);
    this.#alarmAtMs = atMs;
    this.#alarm = setTimeout(
      () => this.#ring(),
      Math.min(longestTimerMs, Math.max(1, Math.ceil(atMs - performance.now()))),
    );
  }

  #ring(): void {
    this.#alarm = undefined;
    this.#alarmAtMs = Number.POSITIVE_INFINITY;
    let next: Pending | undefined;
    for (const pending of this.#pending) if (next === undefined || pending.atMs < next.atMs) next = pending;
    if (next === undefined) return;
    if (next.atMs > performance.now()) this.#ringBy(next.atMs);
    else this.#drop({ kind: 'timeout', during: next.during, afterMs: Math.round(next.allowedMs) });
  }

  #drop(fault: Fault): void {
    for (const { settle } of this.#end(fault)) settle(failed(fault, this.#received));
  }

  /** Destroys the connection and gives whom there is to tell of it. */
  #end(fault: Fault): readonly Pending[] {
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
    this.#alarmAtMs = Number.POSITIVE_INFINITY;
    this.#options.signal.removeEventListener('abort', this.#onAbort);
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket !== undefined) {
      this.#lost = fault;
      socket.destroy();
    }
    const pending = [...this.#pending];
    this.#pending.clear();
    return pending;
  }
}

function failed(fault: Fault, received: Uint8Array): Answer {
  return { ok: false, fault, received };
}

function malformed(what: string): Fault {
  return { kind: 'malformed-reply', what };
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

function codeOf(error: NodeJS.ErrnoException): string {
  return error.code ?? error.name;
}
