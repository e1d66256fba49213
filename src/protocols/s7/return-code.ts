import type { Fault } from '../fault.ts';

type Declined = 'refused' | 'no-such-address' | 'access-denied' | 'not-served' | 'busy';
type Meaning = readonly [kind: Declined, name: string];

const itemCodes: ReadonlyMap<number, Meaning> = new Map([
  [0x01, ['refused', 'hardware error']],
  [0x03, ['access-denied', 'access to the object not allowed']],
  [0x05, ['no-such-address', 'address out of range']],
  [0x06, ['refused', 'data type not supported']],
  [0x07, ['refused', 'data type inconsistent']],
  [0x0a, ['no-such-address', 'object does not exist']],
]);

const telegramCodes: ReadonlyMap<number, Meaning> = new Map([
  [0x8100, ['not-served', 'service unknown']],
  [0x8104, ['access-denied', 'service not permitted (PUT/GET)']],
  [0x8305, ['not-served', 'function not available']],
  [0x8701, ['no-such-address', 'addressing error']],
  [0x8702, ['not-served', 'service not supported by the module']],
  [0x8703, ['access-denied', 'access to the object refused']],
  [0xd0a1, ['access-denied', 'not permitted at this protection level']],
  [0xd0a2, ['busy', 'another function is running']],
  [0xd401, ['not-served', 'no such system status list']],
  [0xd402, ['not-served', 'information not available']],
  [0xd405, ['not-served', 'service not supported']],
  [0xd406, ['not-served', 'information not available now']],
  [0xd602, ['access-denied', 'wrong password']],
]);

/** The fault behind the return code of one failed item (anything but 0xff). */
export function itemFault(code: number): Fault {
  return faultOf(code, itemCodes.get(code) ?? ['refused', 'item error']);
}

/** The fault behind the error of a whole telegram: class and code of a header, or the error word of a userdata reply. */
export function telegramFault(code: number): Fault {
  const byClass: Meaning = code >> 8 === 0x83 ? ['busy', 'no resources available'] : ['refused', 'telegram error'];
  return faultOf(code, telegramCodes.get(code) ?? byClass);
}

function faultOf(code: number, [kind, name]: Meaning): Fault {
  return { kind, code, name };
}
