import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import type { Identity } from '../reader.ts';
import { identificationPdu, parseIdentification } from './identification.ts';
import type { Told, UnitSession } from './session.ts';
import { isTrouble } from './trouble.ts';

/** What was found, and the numbers of the exchanges that it took. */
export interface FoundIdentity {
  readonly identity: Identity | { readonly fault: Fault };
  readonly exchanges: readonly number[];
}

const mostRequests = 16;

/**
 * Asks the device who it is: FC43/14, basic objects, at most 16 requests however often it says that more follows; where
 * that is declined, FC17, whose content is the vendor's own, so that only its text is taken, as a name.
 */
export async function readIdentity(session: UnitSession, deadline: Deadline): Promise<FoundIdentity> {
  const exchanges: number[] = [];
  const ask = async (what: string, pdu: Uint8Array): Promise<Told> => {
    const told = await session.ask({ kind: 'identify', what, pdu }, deadline);
    if (told.exchange !== undefined) exchanges.push(told.exchange);
    return told;
  };

  const objects = await readObjects(ask);
  if (!('fault' in objects)) return { identity: identityOf(objects), exchanges };
  // Declined, not silent: a device that went silent is left alone.
  const isDeclined = !isTrouble(objects.fault) && objects.fault.kind !== 'stopped';
  const told = isDeclined && session.isOpen ? await ask('FC17', Uint8Array.of(17)) : undefined;
  const name = told?.ok ? longestText(told.pdu.subarray(2)) : undefined;
  return { identity: name === undefined ? objects : { name }, exchanges };
}

async function readObjects(
  ask: (what: string, pdu: Uint8Array) => Promise<Told>,
): Promise<ReadonlyMap<number, Uint8Array> | { readonly fault: Fault }> {
  const objects = new Map<number, Uint8Array>();
  let from = 0;
  for (let request = 0; request < mostRequests; request++) {
    const told = await ask(`FC43/14 from ${from}`, identificationPdu(from));
    if (!told.ok) return { fault: told.fault };
    const part = parseIdentification(told.pdu);
    if (typeof part === 'string') return malformed(part);
    for (const [id, bytes] of part.objects) objects.set(id, bytes);
    if (part.next === undefined) return objects;
    if (part.next <= from) return malformed('identification goes round in circles');
    from = part.next;
  }
  return malformed(`identification does not end within ${mostRequests} requests`);
}

/** Basic objects (Modbus Application Protocol 1.1b3, 6.21): vendor name, product code, major and minor revision. */
function identityOf(objects: ReadonlyMap<number, Uint8Array>): Identity {
  const [vendor, model, firmware] = [0, 1, 2].map((id) => textOf(objects.get(id)));
  return {
    ...(vendor === undefined ? {} : { vendor }),
    ...(model === undefined ? {} : { model }),
    ...(firmware === undefined ? {} : { firmware }),
  };
}

/** Printable ASCII as it is, any other byte as `\xNN`; padding trimmed; undefined when nothing is left. */
function textOf(bytes: Uint8Array | undefined): string | undefined {
  const text = [...(bytes ?? [])]
    .map((byte) => String.fromCharCode(byte))
    .join('')
    .replace(/[\0 ]+$/, '');
  const visible = text.replace(/[^\x20-\x7e]/g, (it) => `\\x${it.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return visible === '' ? undefined : visible;
}

function longestText(bytes: Uint8Array): string | undefined {
  const text = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  const [longest] = (text.match(/[\x20-\x7e]{3,}/g) ?? []).toSorted((a, b) => b.length - a.length);
  return longest?.trim() || undefined;
}

function malformed(what: string): { readonly fault: Fault } {
  return { fault: { kind: 'malformed-reply', what } };
}
