import { type Checked, malformed } from './checked.ts';
import { telegramFault } from './return-code.ts';
import { dataFrame, telegramOf } from './tpkt.ts';

/** Parameters and data of an S7 telegram. */
export interface Body {
  readonly parameters: Uint8Array;
  readonly data: Uint8Array;
}

const protocolId = 0x32;
const kinds = { job: 1, ack: 2, ackData: 3, userdata: 7 } as const;
/** Only acknowledgements carry an error class and code behind the ten bytes that all headers have. */
const headBytes = 10;
const headBytesWithError = 12;

/** A frame that holds a job without data, as all jobs that only read are. */
export function jobFrame(reference: number, parameters: Uint8Array): Uint8Array {
  return dataFrame(joined(head(kinds.job, reference, parameters.length, 0), parameters));
}

/** A frame that holds a userdata request. */
export function userdataFrame(reference: number, { parameters, data }: Body): Uint8Array {
  const header = head(kinds.userdata, reference, parameters.length, data.length);
  return dataFrame(joined(header, parameters, data));
}

/** The body of the reply to a job, once the header answers the job with this reference and reports no error. */
export function checkJobReply(frame: Uint8Array, reference: number): Checked<Body> {
  return checkReply(frame, reference, kinds.ackData);
}

/** The body of the reply to a userdata request, once its header answers the request with this reference. */
export function checkUserdataReply(frame: Uint8Array, reference: number): Checked<Body> {
  return checkReply(frame, reference, kinds.userdata);
}

function checkReply(frame: Uint8Array, reference: number, expected: number): Checked<Body> {
  const telegram = telegramOf(frame);
  if (!telegram.ok) return telegram;
  const bytes = telegram.value;
  if (bytes.length < headBytes) return malformed('S7 header length');
  const word = (at: number) => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  if (bytes[0] !== protocolId) return malformed('S7 protocol id');
  if (word(4) !== reference) return malformed('S7 PDU reference');
  const kind = bytes[1];
  const hasError = kind === kinds.ack || kind === kinds.ackData;
  const bodyAt = hasError ? headBytesWithError : headBytes;
  const dataAt = bodyAt + word(6);
  if (dataAt + word(8) !== bytes.length) return malformed('S7 parameter and data lengths');
  // A device that declines may answer with a bare acknowledgement, whatever was asked.
  if (hasError && word(10) !== 0) return { ok: false, fault: telegramFault(word(10)) };
  if (kind !== expected) return malformed('S7 ROSCTR');
  return { ok: true, value: { parameters: bytes.subarray(bodyAt, dataAt), data: bytes.subarray(dataAt) } };
}

function head(kind: number, reference: number, parameterBytes: number, dataBytes: number): readonly number[] {
  return [protocolId, kind, 0, 0, ...word(reference), ...word(parameterBytes), ...word(dataBytes)];
}

function word(value: number): readonly [high: number, low: number] {
  return [value >> 8, value & 0xff];
}

function joined(...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
