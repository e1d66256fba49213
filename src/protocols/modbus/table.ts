import type { ModbusAddress } from '../address.ts';

/** One of the four tables of a Modbus device. */
export type Table = ModbusAddress['table'];

/** How a table is read: its function code, whether it holds bits or registers, and the most that one request may ask for. */
export interface TableReading {
  readonly functionCode: 1 | 2 | 3 | 4;
  readonly item: 'bit' | 'register';
  readonly maxPerRequest: number;
}

/** The tables by name (Modbus Application Protocol 1.1b3, 6.1 to 6.4). */
export const tables: Readonly<Record<Table, TableReading>> = {
  coil: { functionCode: 1, item: 'bit', maxPerRequest: 2000 },
  discrete: { functionCode: 2, item: 'bit', maxPerRequest: 2000 },
  holding: { functionCode: 3, item: 'register', maxPerRequest: 125 },
  input: { functionCode: 4, item: 'register', maxPerRequest: 125 },
};
