import type { Fault } from '../fault.ts';
import { VariantType } from './library.ts';
import type { Told } from './parted-read.ts';
import { faultOfStatus, qualityOf } from './status.ts';

/** Whether an AccessLevel or UserAccessLevel has the bit that lets the current value be written (Part 3 §8.57: bit 1). */
export function allowsWriting(level: number): boolean {
  return (level & 0b10) !== 0;
}

/** Whether this session's user may write a node, out of the answer to a Read of its UserAccessLevel; or why that is not known. */
export function accessOf(
  told: Told | undefined,
): { readonly writable: boolean; readonly exchange: number } | { readonly fault: Fault; readonly exchange?: number } {
  if (told === undefined) throw new Error('a node was asked and got no answer');
  if (!told.ok)
    return { fault: told.fault, ...(told.exchange === undefined ? {} : { exchange: told.exchange.number }) };
  const exchange = told.exchange.number;
  const { statusCode, value } = told.dataValue;
  if (qualityOf(statusCode) !== 'good') {
    return { fault: faultOfStatus(statusCode, { during: 'read', afterMs: 0 }), exchange };
  }
  const level: unknown = value.value;
  if (value.dataType !== VariantType.Byte || typeof level !== 'number') {
    return { fault: { kind: 'undecodable', what: 'no UserAccessLevel' }, exchange };
  }
  return { writable: allowsWriting(level), exchange };
}
