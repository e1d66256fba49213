import { openModbusReaderOver } from '../modbus/index.ts';
import type { OpenReader } from '../reader.ts';
import { RtuSession } from './session.ts';

/** Opens a read-only Modbus RTU reader, over a serial port or a serial server; nothing is sent before `connect`. */
export const openModbusRtuReader: OpenReader = (target, wiring) =>
  openModbusReaderOver(target, wiring, (target, endpoint, ledger, signal) => {
    if (endpoint.protocol !== 'modbus-rtu') throw new Error(`a Modbus RTU reader was given ${endpoint.url}`);
    return new RtuSession(target, endpoint, ledger, signal);
  });
