import type { Deadline } from './deadline.ts';
import type { Fault } from './fault.ts';
import type { EpochMs } from './observation.ts';
import type { ReaderWiring } from './reader.ts';
import type { Target } from './target.ts';

/** A certificate as a server shows it, before or after somebody trusted it. */
export interface ServerCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** SHA-256 over the certificate, as `AB:CD:…`. */
  readonly fingerprint: string;
  readonly validFrom: EpochMs;
  readonly validTo: EpochMs;
  /** Host names and addresses for which it was issued, as it writes them; empty where it names none. */
  readonly hosts: readonly string[];
  /** Mode and policy of each endpoint that shows it, e.g. `SignAndEncrypt Basic256Sha256`. */
  readonly usedBy: readonly string[];
  readonly trusted: boolean;
  /** As it came (DER), with the chain where the server sent one. */
  readonly der: Uint8Array;
}

/** Asks the first endpoint of an OPC UA target for the certificates that it shows; opens no session and trusts nothing. */
export async function askCertificates(
  target: Target,
  wiring: ReaderWiring,
  deadline: Deadline,
): Promise<readonly ServerCertificate[] | Fault> {
  return (await import('./opcua/index.ts')).askOpcuaCertificates(target, wiring, deadline);
}

/** Trusts this certificate on this machine from now on, on a person's word only; gives the folder where it is kept. */
export async function trustCertificate(certificate: ServerCertificate): Promise<string> {
  return (await import('./opcua/index.ts')).trustOpcuaCertificate(certificate);
}
