import { connect } from 'node:net';
import type { Fault } from '../fault.ts';
import type { Wire, WireEvents } from './wire.ts';

/** Connects to a serial server. One address, one attempt: no connection is made that nobody declared. */
export function openTcpWire(host: string, port: number, events: WireEvents): Wire {
  const socket = connect({ host, port, autoSelectFamily: false, noDelay: true });
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const opened = new Promise<Fault | undefined>((resolve) => {
    const onEnd = (code: string) => {
      resolve({ kind: 'unreachable', code });
      events.lost({ kind: 'unreachable', code });
    };
    socket.once('connect', () => resolve(undefined));
    socket.on('data', (chunk) => events.bytes(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) => onEnd(error.code ?? error.name));
    socket.on('end', () => onEnd('EOF'));
    socket.on('close', () => onEnd('EOF'));
  });
  return {
    opened,
    write: (bytes) => socket.write(bytes),
    close: () => {
      socket.destroy();
      return gone;
    },
  };
}
