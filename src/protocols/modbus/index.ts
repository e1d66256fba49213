export { faultOfException } from './fault-of-exception.ts';
export { type OpenSession, openModbusReader, openModbusReaderOver } from './reader.ts';
export type { Request, Told, UnitSession } from './session.ts';
