import { X509Certificate } from 'node:crypto';

/** A certificate from its bytes, of a chain the first; undefined where they are none. */
export function readCertificate(der: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}
