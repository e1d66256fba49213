import { type Checked, malformed } from './checked.ts';
import { tpduOf, tpkt } from './tpkt.ts';

const ourReference = 0x0001;
const connectionConfirm = 0xd0;
const disconnectRequest = 0x80;
const tpduSizeCode = 0xc0;
/** The remote TSAP names the kind of connection: 1 is a programming device, 2 a panel, 3 "S7 basic", the least privileged. */
const s7Basic = 0x03;
/** 2 to the power of this many bytes. */
const tpduSizeAsked = 10;

/** The COTP connection request to a rack (0 to 7) and slot (0 to 31), as an S7 basic connection. */
export function connectionRequest(rack: number, slot: number): Uint8Array {
  const fixed = [0xe0, 0, 0, ourReference >> 8, ourReference & 0xff, 0];
  const localTsap = [0xc1, 2, 0x01, 0x00];
  const remoteTsap = [0xc2, 2, s7Basic, (rack << 5) | slot];
  const tpduSize = [tpduSizeCode, 1, tpduSizeAsked];
  const header = [...fixed, ...localTsap, ...remoteTsap, ...tpduSize];
  return tpkt(Uint8Array.of(header.length, ...header));
}

/** Checks the confirm against the request and gives the largest TPDU (bytes, its head included) that both sides take. */
export function checkConnectionConfirm(frame: Uint8Array): Checked<{ readonly tpduBytes: number }> {
  const tpdu = tpduOf(frame);
  if (!tpdu.ok) return tpdu;
  const [lengthIndicator = 0, type = 0, high = 0, low = 0, , , last = 0] = tpdu.value;
  if ((type & 0xf0) === disconnectRequest) {
    return { ok: false, fault: { kind: 'refused', code: last, name: 'COTP disconnect' } };
  }
  if ((type & 0xf0) !== connectionConfirm) return malformed('COTP type');
  if (lengthIndicator + 1 !== tpdu.value.length || lengthIndicator < 6) return malformed('COTP length');
  if (high * 256 + low !== ourReference) return malformed('COTP reference');
  if (last >> 4 !== 0) return malformed('COTP class');
  return tpduSizeOf(tpdu.value.subarray(7));
}

function tpduSizeOf(parameters: Uint8Array): Checked<{ readonly tpduBytes: number }> {
  let exponent = tpduSizeAsked;
  for (let at = 0; at < parameters.length; ) {
    const [code, length] = parameters.subarray(at);
    if (length === undefined || at + 2 + length > parameters.length) return malformed('COTP parameters');
    if (code === tpduSizeCode) exponent = Math.min(exponent, parameters[at + 2] ?? 0);
    at += 2 + length;
  }
  // X.224 13.3.4 knows 128 bytes (7) upwards.
  return exponent < 7 ? malformed('COTP TPDU size') : { ok: true, value: { tpduBytes: 2 ** exponent } };
}
