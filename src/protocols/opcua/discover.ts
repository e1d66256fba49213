import type { Deadline } from '../deadline.ts';
import { ExchangeLedger } from '../exchange-ledger.ts';
import type { Fault } from '../fault.ts';
import type { ReaderWiring } from '../reader.ts';
import type { Target } from '../target.ts';
import type { EndpointDescription } from './library.ts';
import { connectionFor } from './open-connection.ts';
import { noSecurity, ownCertificates } from './security.ts';
import { settleWork } from './settle-work.ts';

/** Asks the first endpoint of a target which endpoints its server has, over an open channel and without a session. */
export async function discover(
  target: Target,
  wiring: ReaderWiring,
  deadline: Deadline,
): Promise<readonly EndpointDescription[] | Fault> {
  const { signal } = wiring;
  const { controller, pacing, endpoints } = target;
  const [{ url }] = endpoints;
  const ledger = new ExchangeLedger(controller, wiring);
  const certificates = ownCertificates();
  // Makes our key on the first run of this machine, which takes about a second and is not the server's fault.
  const made = await settleWork({ during: 'connect', deadline, signal }, () => certificates.initialize());
  await certificates.dispose();
  if (made.kind !== 'done') return made.fault;
  const plan = {
    url,
    security: noSecurity,
    pacing,
    wiring: { controller, ledger, signal },
    onConnection: () => undefined,
  };
  const connection = connectionFor(plan, noSecurity);
  try {
    const fault = await connection.connect(url, deadline.within(pacing.connectTimeoutMs));
    return fault ?? (await connection.endpoints(deadline.within(pacing.requestTimeoutMs)));
  } finally {
    await connection.close();
  }
}
