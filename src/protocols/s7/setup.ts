import { type Checked, malformed } from './checked.ts';
import { checkJobReply, jobFrame } from './job.ts';

/** The longest telegram that we ask for; a controller answers with what it takes. */
export const longestPduBytes = 960;
/** A telegram that holds the replies to a system status list and to one item of the widest number; no device agrees to less. */
const shortestPduBytes = 64;

const setupFunction = 0xf0;
const parameterBytes = 8;

/** The request to agree on so many jobs at a time and on telegrams of at most `pduBytes`. */
export function setupRequest(reference: number, pduBytes: number, jobs = 1): Uint8Array {
  return jobFrame(reference, Uint8Array.of(setupFunction, 0, 0, jobs, 0, jobs, pduBytes >> 8, pduBytes & 0xff));
}

/** The telegram length in bytes that the controller agrees to, never more than was asked for, and even. */
export function checkSetup(
  frame: Uint8Array,
  reference: number,
  askedBytes: number,
  askedJobs = 1,
): Checked<{ readonly pduBytes: number; readonly jobs: number }> {
  const body = checkJobReply(frame, reference);
  if (!body.ok) return body;
  const { parameters, data } = body.value;
  if (parameters[0] !== setupFunction) return malformed('S7 function');
  if (parameters.length !== parameterBytes || data.length !== 0) return malformed('S7 setup length');
  const word = (at: number) => (parameters[at] ?? 0) * 256 + (parameters[at + 1] ?? 0);
  const pduBytes = word(6);
  if (pduBytes < shortestPduBytes || pduBytes > askedBytes) return malformed('S7 PDU length');
  // Jobs that may be asked at once, and jobs that it serves at once; nonsense means one.
  const jobs = Math.max(1, Math.min(askedJobs, word(2), word(4)));
  // Items are filled up to even lengths, so the odd byte of a telegram carries nothing.
  return { ok: true, value: { pduBytes: pduBytes - (pduBytes % 2), jobs } };
}
