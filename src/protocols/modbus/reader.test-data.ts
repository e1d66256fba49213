import { type Script, type ScriptedPeer, startScriptedPeer } from '../../../fixtures/wire/modbus-scripted-peer.ts';
import type { PointAddress } from '../address.ts';
import { systemClock } from '../clock.ts';
import type { DataType, WordOrder } from '../data-type.ts';
import type { Exchange } from '../exchange.ts';
import type { Observation } from '../observation.ts';
import type { Reader } from '../reader.ts';
import type { Pacing } from '../target.ts';
import { openModbusReader } from './index.ts';

/** A reader and the peer that it is pointed at. */
export interface Opened {
  readonly reader: Reader;
  readonly peer: ScriptedPeer;
  readonly taps: readonly Exchange[];
  readonly stop: AbortController;
  close(): Promise<void>;
}

/** A reader of unit 1 at a peer that follows `script`; not connected yet. */
export async function openAgainst(
  script: Script,
  { wordOrder, ...pacing }: Partial<Pacing> & { readonly wordOrder?: WordOrder } = {},
): Promise<Opened> {
  const peer = await startScriptedPeer(script);
  const taps: Exchange[] = [];
  const stop = new AbortController();
  let last = 0;
  const reader = openModbusReader(
    {
      controller: 'GDS',
      endpoints: [
        { protocol: 'modbus', url: 'modbus://127.0.0.1?unit=1', host: '127.0.0.1', port: peer.port, unit: 1 },
      ],
      ...(wordOrder === undefined ? {} : { wordOrder }),
      pacing: { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 2000, requestTimeoutMs: 2000, ...pacing },
    },
    { clock: systemClock, tap: (exchange) => taps.push(exchange), nextExchange: () => ++last, signal: stop.signal },
  );
  const close = async () => {
    await reader.close();
    await peer.stop();
  };
  return { reader, peer, taps, stop, close };
}

/** A point in a holding register. */
export function register(offset: number, type: DataType = 'uint16', more: Partial<PointAddress> = {}): PointAddress {
  return { tag: `R${offset}`, address: { protocol: 'modbus', table: 'holding', offset }, type, ...more };
}

/** The value of a reading, the kind of the fault of a silence. */
export function short(observation: Observation): unknown {
  return observation.kind === 'reading' ? observation.value : observation.fault.kind;
}
