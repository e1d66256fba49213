import { mbapBytes, uint16At } from './frame.ts';
import { parseIdentification } from './identification.ts';

/** A reply that belongs to its request: the PDU of an answer, or the code of an exception. Otherwise the check that failed. */
export type CheckedReply =
  | { readonly kind: 'answer'; readonly pdu: Uint8Array }
  | { readonly kind: 'exception'; readonly code: number }
  | { readonly kind: 'malformed'; readonly what: string };

/**
 * Holds a whole reply frame against its whole request frame. Equal-sized blocks all look alike, so nothing short of every
 * field will do: protocol, transaction, unit, function, and the byte count that the request asked for.
 */
export function checkReply(request: Uint8Array, reply: Uint8Array): CheckedReply {
  const asked = request.subarray(mbapBytes + 1);
  const pdu = reply.subarray(mbapBytes + 1);
  if (uint16At(reply, 2) !== 0) return malformed('protocol id');
  if (uint16At(reply, 0) !== uint16At(request, 0)) return malformed('transaction id');
  if (uint16At(reply, 4) !== reply.length - mbapBytes) return malformed('length');
  if (reply[mbapBytes] !== request[mbapBytes]) return malformed('unit');
  const [askedFunction = 0] = asked;
  const [functionCode, code] = pdu;
  if (functionCode === (askedFunction | 0x80)) {
    return pdu.length === 2 && code !== undefined ? { kind: 'exception', code } : malformed('exception length');
  }
  if (functionCode !== askedFunction) return malformed('function code');
  const wrong = wrongInAnswer(asked, pdu);
  return wrong === undefined ? { kind: 'answer', pdu } : malformed(wrong);
}

function wrongInAnswer(asked: Uint8Array, pdu: Uint8Array): string | undefined {
  const [functionCode] = asked;
  if (functionCode === 43) {
    const parsed = parseIdentification(pdu);
    return typeof parsed === 'string' ? parsed : undefined;
  }
  const [, byteCount] = pdu;
  if (byteCount !== pdu.length - 2) return 'byte count';
  if (functionCode === 17) return undefined;
  const count = uint16At(asked, 3);
  const isOfBits = functionCode === 1 || functionCode === 2;
  return byteCount === (isOfBits ? Math.ceil(count / 8) : 2 * count) ? undefined : 'byte count';
}

function malformed(what: string): CheckedReply {
  return { kind: 'malformed', what };
}
