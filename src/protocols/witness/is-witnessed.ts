import type { PointAddress } from '../address.ts';
import { nodes7Address } from './nodes7-address.ts';

/** Whether the second implementation of this protocol knows such an address and type. */
export function isWitnessed(point: PointAddress, protocol: 'modbus' | 's7'): boolean {
  if (point.address.protocol !== protocol) return false;
  return protocol === 's7' ? nodes7Address(point) !== undefined : point.type !== 'int8' && point.type !== 'uint8';
}
