import type { Deadline } from '../deadline.ts';
import type { Checked } from './checked.ts';
import { checkConnectionConfirm, connectionRequest } from './connection-request.ts';
import type { S7Session } from './session.ts';
import { checkSetup, longestPduBytes, setupRequest } from './setup.ts';

/** Of a COTP data TPDU, which counts its own head but not the TPKT around it. */
const dataHeadBytes = 3;

/** Opens the COTP connection to rack and slot, then agrees on the length of telegrams and on how many jobs run at once, over a fresh TCP connection. */
export async function shakeHands(
  session: S7Session,
  jobs: number,
  deadline: Deadline,
): Promise<Checked<{ readonly pduBytes: number; readonly jobs: number }>> {
  const { rack, slot } = session.endpoint;
  const connected = await session.ask(
    {
      kind: 'session',
      what: `COTP CR rack ${rack} slot ${slot}`,
      write: () => connectionRequest(rack, slot),
      check: checkConnectionConfirm,
      during: 'handshake',
    },
    deadline,
  );
  if (!connected.ok) return connected;
  // A telegram that fits into one TPDU is never spread over several.
  const askedBytes = Math.min(longestPduBytes, connected.value.tpduBytes - dataHeadBytes);
  return session.ask(
    {
      kind: 'session',
      what: `Setup communication PDU ${askedBytes}`,
      write: (reference) => setupRequest(reference, askedBytes, jobs),
      check: (frame, reference) => checkSetup(frame, reference, askedBytes, jobs),
      during: 'handshake',
    },
    deadline,
  );
}
