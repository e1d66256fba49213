import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** The host names and addresses for which a certificate was issued, as it writes them (subjectAltName); empty where it names none. */
export function hostsOfCertificate({ subjectAltName }: X509Certificate): readonly string[] {
  return (subjectAltName ?? '').split(', ').flatMap((name) => /^(?:DNS|IP Address):"?([^"]+)"?$/.exec(name)?.[1] ?? []);
}

/**
 * Whether a certificate was issued for another host than that of an endpoint (Part 4 §6.1.3). One that names no host
 * contradicts nothing.
 */
export function isForAnotherHost(certificate: X509Certificate, url: string): boolean {
  const hosts = hostsOfCertificate(certificate);
  const host = hostIn(url);
  if (hosts.length === 0 || host === undefined) return false;
  // Many servers write their address as if it were a name.
  if (hosts.some((name) => name.toLowerCase() === host.toLowerCase())) return false;
  return (
    (isIP(host) === 0 ? certificate.checkHost(host, { subject: 'never' }) : certificate.checkIP(host)) === undefined
  );
}

function hostIn(url: string): string | undefined {
  try {
    return new URL(url).hostname.replace(/^\[|\]$/g, '') || undefined;
  } catch {
    return undefined;
  }
}
