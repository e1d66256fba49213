import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import type { ReaderWiring } from '../reader.ts';
import type { ServerCertificate } from '../server-certificate.ts';
import type { Target } from '../target.ts';
import { describeEndpoint } from './describe.ts';
import { discover } from './discover.ts';
import { hostsOfCertificate } from './hosts-of-certificate.ts';
import type { EndpointDescription, OPCUACertificateManager } from './library.ts';
import { readCertificate } from './read-certificate.ts';
import { ownCertificates } from './security.ts';

/** The certificates that the server shows at its endpoints, each once; an endpoint without one shows none. */
export async function askOpcuaCertificates(
  target: Target,
  wiring: ReaderWiring,
  deadline: Deadline,
): Promise<readonly ServerCertificate[] | Fault> {
  const endpoints = await discover(target, wiring, deadline);
  if ('kind' in endpoints) return endpoints;
  const certificates = ownCertificates();
  try {
    await certificates.initialize();
    return await shownBy(endpoints, certificates);
  } finally {
    await certificates.dispose();
  }
}

/** Puts the certificate among those that our readers accept; gives the folder of these. */
export async function trustOpcuaCertificate({ der }: ServerCertificate): Promise<string> {
  const certificates = ownCertificates();
  try {
    await certificates.initialize();
    await certificates.trustCertificate(Buffer.from(der));
    return certificates.trustedFolder;
  } finally {
    await certificates.dispose();
  }
}

async function shownBy(
  endpoints: readonly EndpointDescription[],
  certificates: OPCUACertificateManager,
): Promise<readonly ServerCertificate[] | Fault> {
  const shown = new Map<string, ServerCertificate>();
  for (const endpoint of endpoints) {
    const der: Buffer | null = endpoint.serverCertificate;
    if (der === null || der.length === 0) continue;
    const certificate = readCertificate(der);
    if (certificate === undefined) return { kind: 'undecodable', what: 'no X.509 certificate' };
    const before = shown.get(certificate.fingerprint256);
    const status = before === undefined ? await certificates.isCertificateTrusted(der) : undefined;
    const { mode, policy } = describeEndpoint(endpoint);
    shown.set(certificate.fingerprint256, {
      subject: onOneLine(certificate.subject),
      issuer: onOneLine(certificate.issuer),
      fingerprint: certificate.fingerprint256,
      validFrom: Date.parse(certificate.validFrom),
      validTo: Date.parse(certificate.validTo),
      hosts: hostsOfCertificate(certificate),
      usedBy: [...(before?.usedBy ?? []), `${mode} ${policy?.split('#').at(-1)}`],
      trusted: before?.trusted ?? status === 'Good',
      der,
    });
  }
  return [...shown.values()];
}

function onOneLine(name: string): string {
  return name.split('\n').join(', ');
}
