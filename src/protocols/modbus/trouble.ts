import type { Fault } from '../fault.ts';

/** The device, or the one behind the gateway, is not there or has no time: asking on would not help it. */
export function isTrouble(fault: Fault): boolean {
  switch (fault.kind) {
    case 'timeout':
    case 'unreachable':
    case 'malformed-reply':
    case 'busy':
      return true;
    case 'refused':
      return fault.code === 10 || fault.code === 11;
    default:
      return false;
  }
}
