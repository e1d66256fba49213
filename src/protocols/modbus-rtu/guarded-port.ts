import { EventEmitter } from 'node:events';
import type { Fault } from '../fault.ts';
import { ReadOnlyViolation } from '../read-only-guard.ts';
import { forbiddenInRtu } from './allow-list.ts';
import type { Wire, WireEvents } from './wire.ts';

/** What a guarded port is given, and whom it tells of what crosses it. */
export interface GuardedPortOptions {
  readonly controller: string;
  readonly openWire: (events: WireEvents) => Wire;
  /** Called with every frame that has passed the allow-list, just before it leaves. */
  readonly onSend: (frame: Uint8Array) => void;
  /** The wire is lost, or was dropped because of what came over it. Called once. */
  readonly onLost: (fault: Fault) => void;
}

const crcBytes = 2;
const exceptionBytes = 3 + crcBytes;

/**
 * The port that modbus-serial writes to and listens at. RTU has no transaction number, so a reply that belongs to an earlier
 * request looks like any other: whatever comes unasked, from another unit, of another function or length, or behind a
 * whole reply, ends the connection, and no frame leaves that is not on the allow-list.
 */
export class GuardedPort extends EventEmitter {
  readonly #options: GuardedPortOptions;
  #wire: Wire | undefined;
  #isOpen = false;
  #asked: Uint8Array | undefined;
  #received: Uint8Array = new Uint8Array();

  constructor(options: GuardedPortOptions) {
    super();
    this.#options = options;
  }

  /** True while a request can be sent; modbus-serial asks for it. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Everything that came since the last request. */
  get received(): Uint8Array {
    return this.#received;
  }

  /** Opens the wire; the callback is modbus-serial's way to wait. */
  open(callback: (error?: Error) => void): void {
    const wire = this.#options.openWire({
      bytes: (chunk) => this.#take(chunk),
      lost: (fault) => this.drop(fault),
    });
    this.#wire = wire;
    void wire.opened.then((fault) => {
      if (fault !== undefined) this.drop(fault);
      this.#isOpen = fault === undefined && this.#wire === wire;
      callback(this.#isOpen ? undefined : new Error('not opened'));
    });
  }

  /** Sends one request; throws a ReadOnlyViolation before anything else may leave. */
  write(bytes: Uint8Array): void {
    // A copy, so that what was checked is what leaves.
    const frame = Uint8Array.from(bytes);
    const forbidden = forbiddenInRtu(frame);
    if (forbidden !== undefined) throw new ReadOnlyViolation(this.#options.controller, forbidden);
    if (this.#asked !== undefined) throw new Error('a request is already in flight');
    this.#received = new Uint8Array();
    this.#asked = frame;
    this.#options.onSend(frame);
    this.#wire?.write(frame);
  }

  /** Drops the connection because of `fault`; a late reply finds nobody. */
  drop(fault: Fault): void {
    const wire = this.#wire;
    if (wire === undefined) return;
    this.#wire = undefined;
    this.#isOpen = false;
    this.#asked = undefined;
    this.#gone = wire.close();
    this.#options.onLost(fault);
  }

  #gone: Promise<void> = Promise.resolve();

  /** Drops the connection and resolves when it is gone. Safe to call twice. */
  async end(): Promise<void> {
    this.drop({ kind: 'unreachable', code: 'ECONNABORTED' });
    await this.#gone;
  }

  #take(chunk: Uint8Array): void {
    if (this.#wire === undefined) return;
    const asked = this.#asked;
    if (asked === undefined) {
      this.drop(malformed('bytes that nobody asked for'));
      return;
    }
    this.#received = Uint8Array.from([...this.#received, ...chunk]);
    const length = lengthOfReply(asked, this.#received);
    if (typeof length === 'string') {
      this.drop(malformed(length));
      return;
    }
    if (length === undefined || this.#received.length < length) return;
    this.#asked = undefined;
    this.emit('data', Buffer.from(this.#received.subarray(0, length)));
    if (this.#received.length > length) this.drop(malformed('bytes behind the reply'));
  }
}

/** Length of the whole reply to `asked` that begins with `reply`; the check that failed where it can be none. */
function lengthOfReply(asked: Uint8Array, reply: Uint8Array): number | undefined | string {
  const [askedUnit, askedFunction = 0, , , high = 0, low = 0] = asked;
  const [unit, functionCode, byteCount] = reply;
  if (unit !== askedUnit) return 'unit';
  if (functionCode === undefined) return undefined;
  if (functionCode === (askedFunction | 0x80)) return exceptionBytes;
  if (functionCode !== askedFunction) return 'function code';
  const count = high * 256 + low;
  const expected = askedFunction <= 2 ? Math.ceil(count / 8) : 2 * count;
  if (byteCount !== undefined && byteCount !== expected) return 'byte count';
  return 3 + expected + crcBytes;
}

function malformed(what: string): Fault {
  return { kind: 'malformed-reply', what };
}
