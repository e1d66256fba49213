import { ClientTCP_transport, type ISocketLike } from 'node-opcua-transport';
import { StatusCodes } from './library.ts';
import type { ReplyGuard } from './reply-guard.ts';

/** Hears what was wrong with the bytes of a server, once. */
export type OnBreach = (what: string) => void;

type Settings = ConstructorParameters<typeof ClientTCP_transport>[0];

/**
 * The library's TCP transport, which hands on only whole messages that the guard lets pass. At the first other one it drops
 * the connection: what came before it counts, and nothing after it is heard.
 */
export class GuardedTransport extends ClientTCP_transport {
  readonly #guard: ReplyGuard;
  readonly #onBreach: OnBreach;
  #received: readonly Buffer[] = [];
  #isBroken = false;

  constructor(settings: Settings, guard: ReplyGuard, onBreach: OnBreach) {
    super(settings);
    this.#guard = guard;
    this.#onBreach = onBreach;
  }

  protected override _install_socket(socket: ISocketLike): void {
    super._install_socket(socket);
    const listeners = socket.listeners('data');
    socket.removeAllListeners('data');
    socket.on('data', (data) => {
      this.#take(data, (message) => {
        for (const listener of listeners) Reflect.apply(listener, socket, [message]);
      });
    });
  }

  protected override _write_chunk(chunk: Buffer, callback?: (err?: Error | null) => undefined): void {
    this.#guard.sent(chunk);
    super._write_chunk(chunk, callback);
  }

  #take(data: Buffer, handOn: (message: Buffer) => void): void {
    let received = this.#received.length === 0 ? data : Buffer.concat([...this.#received, data]);
    this.#received = [];
    while (received.length > 0 && !this.#isBroken) {
      const length = this.#guard.lengthOf(received);
      if (typeof length === 'object') {
        this.#break(length.breach);
        return;
      }
      if (length === undefined || received.length < length) {
        this.#received = [received];
        return;
      }
      const message = received.subarray(0, length);
      received = received.subarray(length);
      const breach = this.#guard.breachOf(message);
      if (breach === undefined) handOn(message);
      else this.#break(breach.breach);
    }
  }

  #break(what: string): void {
    this.#isBroken = true;
    this.#onBreach(what);
    this.prematureTerminate(new Error(what), StatusCodes.BadTcpMessageTypeInvalid);
  }
}
