import type { ExchangeKind } from '../exchange.ts';
import type { FrameLengthOf } from '../framed-socket.ts';
import { forbiddenIn, frameLengthOf } from '../modbus/index.ts';
import { forbiddenInS7, tpktLengthOf } from '../s7/index.ts';

/** What the relay knows of the protocol that it passes on. */
export interface RelayedProtocol {
  readonly frameLengthOf: FrameLengthOf;
  /** The same allow-list as under our own reader. */
  readonly forbiddenIn: (frame: Uint8Array) => string | undefined;
  /** What a request that has passed the allow-list is, for the traffic statement. */
  readonly describe: (frame: Uint8Array) => { readonly kind: ExchangeKind; readonly what: string };
}

/** The protocols that have a second implementation. */
export const relayedProtocols: Readonly<Record<'modbus' | 's7', RelayedProtocol>> = {
  modbus: {
    frameLengthOf,
    forbiddenIn,
    describe: (frame) => {
      const word = (at: number) => (frame[at] ?? 0) * 256 + (frame[at + 1] ?? 0);
      return { kind: 'read', what: `witness FC${frame[7]} ${word(8)}+${word(10)}` };
    },
  },
  s7: {
    frameLengthOf: tpktLengthOf,
    forbiddenIn: forbiddenInS7,
    describe: (frame) => {
      if (frame[5] === 0xe0) return { kind: 'session', what: 'witness COTP connect' };
      if (frame[17] === 0xf0) return { kind: 'session', what: 'witness setup communication' };
      return { kind: 'read', what: `witness ReadVar ${frame[18]} items` };
    },
  },
};
