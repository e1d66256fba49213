import modbusSerial from 'modbus-serial';
import type { PointAddress } from '../address.ts';
import type { WitnessQuestion, WitnessSaid } from './question.ts';
import { registersOf, valueOfRegisters } from './value-of-registers.ts';

// A CommonJS class that is its own default.
const ModbusRTU = modbusSerial.default;

/** Reads every point with a request of its own, one after the other, and says each answer as it comes. */
export async function readWithModbusSerial(
  { port, unit, timeoutMs, points }: Extract<WitnessQuestion, { protocol: 'modbus' }>,
  say: (said: WitnessSaid) => void,
): Promise<void> {
  const client = new ModbusRTU();
  // Without it a promise of this library may never settle.
  client.setTimeout(timeoutMs);
  client.setID(unit);
  await client.connectTCP('127.0.0.1', { port });
  try {
    for (const point of points) {
      try {
        const value = await readPoint(client, point);
        say(value === undefined ? { tag: point.tag, unreadable: `no ${point.type}` } : { tag: point.tag, value });
      } catch (error) {
        say({ tag: point.tag, unreadable: error instanceof Error ? error.message : String(error) });
      }
    }
  } finally {
    client.destroy(() => undefined);
  }
}

async function readPoint(client: InstanceType<typeof ModbusRTU>, point: PointAddress) {
  const { address } = point;
  if (address.protocol !== 'modbus') throw new Error(`an address of ${address.protocol}`);
  switch (address.table) {
    case 'coil':
      return (await client.readCoils(address.offset, 1)).data[0];
    case 'discrete':
      return (await client.readDiscreteInputs(address.offset, 1)).data[0];
    case 'holding':
    case 'input': {
      const count = registersOf(point);
      if (count === 0) return undefined;
      const { data } =
        address.table === 'holding'
          ? await client.readHoldingRegisters(address.offset, count)
          : await client.readInputRegisters(address.offset, count);
      return data.length === count ? valueOfRegisters(data, point) : undefined;
    }
  }
}
