import type { Fault } from '../fault.ts';
import type { RtuLine } from '../target.ts';
import type { Wire, WireEvents } from './wire.ts';

type SerialLine = Extract<RtuLine, { by: 'serial' }>;
type SerialPort = import('serialport').SerialPort;

/** Opens a serial port for this process alone. Where the optional package `serialport` is absent, that is the fault. */
export function openSerialWire({ path, baud, parity, stopBits }: SerialLine, events: WireEvents): Wire {
  let port: SerialPort | undefined;
  let isClosed = false;

  async function open(): Promise<Fault | undefined> {
    let library: typeof import('serialport');
    try {
      library = await import('serialport');
    } catch {
      return { kind: 'not-served', code: 0, name: 'the npm package serialport is not installed on this computer' };
    }
    const opening = new library.SerialPort({
      path,
      baudRate: baud,
      parity,
      stopBits,
      dataBits: 8,
      autoOpen: false,
      lock: true,
    });
    port = opening;
    opening.on('data', (chunk: Uint8Array) => events.bytes(chunk));
    opening.on('error', (error) => events.lost({ kind: 'unreachable', code: error.message }));
    opening.on('close', () => events.lost({ kind: 'unreachable', code: 'EOF' }));
    const fault = await new Promise<Fault | undefined>((resolve) =>
      opening.open((error) => resolve(error ? { kind: 'unreachable', code: error.message } : undefined)),
    );
    if (fault !== undefined) return fault;
    if (isClosed) await closeOf(opening);
    // What stood in the buffers before we came answers nobody's request.
    else await new Promise<void>((resolve) => opening.flush(() => resolve()));
    return undefined;
  }

  const opened = open();
  return {
    opened,
    write: (bytes) => {
      port?.write(Buffer.from(bytes));
    },
    close: async () => {
      isClosed = true;
      await opened;
      if (port !== undefined) await closeOf(port);
    },
  };
}

function closeOf(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (!port.isOpen) resolve();
    else port.close(() => resolve());
  });
}
