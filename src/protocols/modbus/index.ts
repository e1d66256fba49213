export { forbiddenIn } from './allow-list.ts';
export { faultOfException } from './fault-of-exception.ts';
export { frameLengthOf } from './frame.ts';
export { modbusHints } from './hints.ts';
export { type OpenSession, openModbusReader, openModbusReaderOver } from './reader.ts';
export type { Ended, Failed, Request, Told, UnitSession } from './session.ts';
