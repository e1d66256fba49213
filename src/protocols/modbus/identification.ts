import { uint16At } from './frame.ts';

/** One reply of FC43/14: objects by id, and where to go on. */
export interface Identification {
  readonly objects: ReadonlyMap<number, Uint8Array>;
  /** The next object to ask for; undefined when that was all. */
  readonly next: number | undefined;
}

/** Request PDU of FC43/14: the basic identification, from object `from` on. */
export function identificationPdu(from: number): Uint8Array {
  return Uint8Array.of(43, 14, 1, from);
}

const headerBytes = 7;

/**
 * Reads a reply PDU of FC43/14: function, MEI type, read code, conformity, more follows, next object, count, then objects
 * of id, length, bytes. A string says what is wrong: every object must end within the PDU, and the last one at its end.
 */
export function parseIdentification(pdu: Uint8Array): Identification | string {
  if (pdu.length < headerBytes) return 'identification header';
  if (uint16At(pdu, 1) !== 0x0e01) return 'identification read code';
  const [, , , , more = 0, next = 0, count = 0] = pdu;
  if (more !== 0 && more !== 0xff) return 'identification more follows';
  const objects = new Map<number, Uint8Array>();
  let at = headerBytes;
  for (let index = 0; index < count; index++) {
    const [id, length] = pdu.subarray(at, at + 2);
    if (id === undefined || length === undefined || at + 2 + length > pdu.length) return 'identification object length';
    objects.set(id, pdu.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  if (at !== pdu.length) return 'identification object count';
  return { objects, next: more === 0 ? undefined : next };
}
