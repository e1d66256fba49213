import { type Checked, malformed } from './checked.ts';

const version = 3;
/** Version, reserved byte, length of the whole packet in two bytes (RFC 1006). */
const headBytes = 4;
/** Length indicator, type and end mark of a COTP data TPDU of class 0. */
const dataHead = [0x02, 0xf0, 0x80];
const shortestBytes = headBytes + 3;

/** Length of the TPKT at the start of what has come; undefined while too little has, 'malformed' when it is no TPKT. */
export function tpktLengthOf(buffer: Uint8Array): number | undefined | 'malformed' {
  const [first, , high, low] = buffer;
  if (first !== undefined && first !== version) return 'malformed';
  if (high === undefined || low === undefined) return undefined;
  const length = high * 256 + low;
  return length < shortestBytes ? 'malformed' : length;
}

/** Puts a COTP TPDU into a TPKT. */
export function tpkt(tpdu: Uint8Array): Uint8Array {
  const length = headBytes + tpdu.length;
  const packet = new Uint8Array(length);
  packet.set([version, 0, length >> 8, length & 0xff]);
  packet.set(tpdu, headBytes);
  return packet;
}

/** The COTP TPDU of exactly one whole TPKT. */
export function tpduOf(frame: Uint8Array): Checked<Uint8Array> {
  const length = tpktLengthOf(frame);
  if (length === 'malformed') return malformed('TPKT version or length');
  if (length !== frame.length) return malformed('TPKT length');
  return { ok: true, value: frame.subarray(headBytes) };
}

/** Puts an S7 telegram into a COTP data TPDU and a TPKT. */
export function dataFrame(telegram: Uint8Array): Uint8Array {
  const tpdu = new Uint8Array(dataHead.length + telegram.length);
  tpdu.set(dataHead);
  tpdu.set(telegram, dataHead.length);
  return tpkt(tpdu);
}

/** The S7 telegram in a frame; a telegram spread over several TPDUs is refused, because none is longer than one by agreement. */
export function telegramOf(frame: Uint8Array): Checked<Uint8Array> {
  const tpdu = tpduOf(frame);
  if (!tpdu.ok) return tpdu;
  const [lengthIndicator, type, mark = 0] = tpdu.value;
  if (type !== 0xf0) return malformed('COTP type');
  if (lengthIndicator !== 2) return malformed('COTP length');
  if ((mark & 0x80) === 0) return malformed('COTP end mark');
  return { ok: true, value: tpdu.value.subarray(dataHead.length) };
}
