import type { Protocol } from './target.ts';

/** Whether a controller is spoken to in Modbus, in whatever frames: it then has registers, no clock, and little patience. */
export function isModbus(protocol: Protocol): boolean {
  return protocol === 'modbus' || protocol === 'modbus-rtu';
}
