import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import type { Pacing, Security } from '../target.ts';
import { Connection, type ConnectionWiring } from './connection.ts';
import { GuardedTransport } from './guarded-transport.ts';
import { isForAnotherHost } from './hosts-of-certificate.ts';
import { type EndpointDescription, type OPCUACertificateManager, OPCUAClient } from './library.ts';
import { readCertificate } from './read-certificate.ts';
import { ReplyGuard } from './reply-guard.ts';
import {
  libraryWords,
  noSecurity,
  noSuchEndpoint,
  ownCertificates,
  refusalOf,
  refusalOfEndpoint,
  refused,
  wrongHost,
} from './security.ts';
import { settleWork } from './settle-work.ts';

/** Where a connection is opened, and how. */
export interface ConnectionPlan {
  readonly url: string;
  readonly security: Security;
  readonly pacing: Pacing;
  readonly wiring: ConnectionWiring;
  /** Hears of every connection that is made on the way, for the traffic totals. */
  readonly onConnection: (connection: Connection) => void;
}

/**
 * Opens a connection with a session: checks the declared security, looks at the server's certificate first where the mode
 * needs one, connects and logs in. The connections of a failed attempt are closed again.
 */
export async function openConnection(plan: ConnectionPlan, deadline: Deadline): Promise<Connection | Fault> {
  const refusal = refusalOf(plan.security);
  if (refusal !== undefined) return refusal;
  const certificates = ownCertificates();
  try {
    // Makes our key on the first run of this machine, which takes about a second and is not the server's fault.
    const made = await settleWork({ during: 'connect', deadline, signal: plan.wiring.signal }, () =>
      certificates.initialize(),
    );
    if (made.kind !== 'done') return made.fault;
    if (plan.security.mode === 'None') return await login(plan, undefined, deadline);
    const server = await findServer(plan, certificates, deadline);
    return 'kind' in server ? server : await login(plan, server, deadline);
  } finally {
    await certificates.dispose();
  }
}

/** Asks over an open channel which endpoint has the declared security, and whether its certificate is trusted, valid and for this host. */
async function findServer(
  plan: ConnectionPlan,
  certificates: OPCUACertificateManager,
  deadline: Deadline,
): Promise<EndpointDescription | Fault> {
  const { url, security, pacing, wiring } = plan;
  const connection = connectionFor(plan, noSecurity);
  try {
    const fault = await connection.connect(url, deadline.within(pacing.connectTimeoutMs));
    if (fault !== undefined) return fault;
    const endpoint = connection.endpointWith(security);
    if (endpoint === undefined) return noSuchEndpoint;
    const limits = { during: 'connect', deadline, signal: wiring.signal } as const;
    const trust = await settleWork(limits, () => certificates.checkCertificate(endpoint.serverCertificate));
    if (trust.kind !== 'done') return trust.fault;
    if (!trust.result.isGood()) return refused(trust.result);
    // A person has trusted exactly this certificate; whether its host matters is for the plant file to say.
    if (security.otherHostInCertificate === true) return endpoint;
    const certificate = readCertificate(endpoint.serverCertificate);
    return certificate !== undefined && isForAnotherHost(certificate, url) ? wrongHost : endpoint;
  } finally {
    await connection.close();
  }
}

async function login(
  plan: ConnectionPlan,
  server: EndpointDescription | undefined,
  deadline: Deadline,
): Promise<Connection | Fault> {
  const { url, security, pacing } = plan;
  const connection = connectionFor(plan, security, server);
  const fault =
    (await connection.connect(url, deadline.within(pacing.connectTimeoutMs))) ??
    refusalOfEndpoint(connection.endpointWith(security), security) ??
    (await connection.createSession(deadline.within(pacing.connectTimeoutMs)));
  if (fault === undefined) return connection;
  await connection.close();
  return fault;
}

/** The library ends a connection when nothing was said for this long, which would be no fault of the server; our deadlines do the rest. */
const idleMs = 3_600_000;

/** A connection of its own that is not yet opened: to discover what the server offers, or to log in. */
export function connectionFor(plan: ConnectionPlan, security: Security, server?: EndpointDescription): Connection {
  const { connectTimeoutMs, requestTimeoutMs } = plan.pacing;
  // Of an encrypted message nobody can read the number of its request without its key.
  const guard = new ReplyGuard(security.mode !== 'SignAndEncrypt');
  const client = OPCUAClient.create({
    applicationName: 'Tripline',
    clientName: 'Tripline',
    ...libraryWords(security),
    ...(server === undefined ? {} : { serverCertificate: server.serverCertificate }),
    clientCertificateManager: ownCertificates(),
    connectionStrategy: { maxRetry: 0 },
    endpointMustExist: false,
    keepSessionAlive: false,
    keepPendingSessionsOnDisconnect: true,
    transportTimeout: idleMs,
    transportFactory: {
      create: (settings) => new GuardedTransport(settings, guard, (what) => connection.breach(what)),
    },
    // Ours come first; the library would keep the connection after its own, and fail at a reply that comes late.
    defaultTransactionTimeout: Math.max(connectTimeoutMs, requestTimeoutMs) + 1000,
  });
  const connection: Connection = new Connection(client, security, plan.wiring, guard);
  plan.onConnection(connection);
  return connection;
}
