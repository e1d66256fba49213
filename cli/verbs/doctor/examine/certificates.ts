import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from '../../../../src/messages/index.ts';
import { localDate } from '../../../../src/rules/index.ts';
import type { Symptom } from '../symptom.ts';

const soonMs = 30 * 86_400_000;

/** Our own OPC UA certificate and those of the servers that somebody trusted; none of them yet is well, too. */
export function certificates(stateFolder: string, nowMs: number): readonly Symptom[] {
  const folder = join(stateFolder, 'pki');
  if (!existsSync(folder)) return [{ of: 'certificates', is: 'well', says: text('doctor.pki-none', { folder }) }];
  const own = certificatesIn(join(folder, 'own', 'certs'));
  const trusted = certificatesIn(join(folder, 'trusted', 'certs'));
  const waiting = certificatesIn(join(folder, 'rejected')).length;
  const counts = { folder, own: own.length, trusted: trusted.length, waiting };
  return [
    { of: 'certificates', is: 'well', says: text('doctor.pki', counts) },
    ...own.flatMap((it) => validity(it, nowMs, 'doctor.own-advice')),
    ...trusted.flatMap((it) => validity(it, nowMs, 'doctor.trusted-advice')),
  ];
}

/** A certificate file; without its certificate where the file holds none. */
interface Kept {
  readonly file: string;
  readonly certificate: X509Certificate | undefined;
}

function validity(
  { file, certificate }: Kept,
  nowMs: number,
  advice: 'doctor.own-advice' | 'doctor.trusted-advice',
): readonly Symptom[] {
  if (certificate === undefined)
    return [{ of: 'certificates', is: 'unknown', says: text('doctor.certificate-unreadable', { file }) }];
  const from = Date.parse(certificate.validFrom);
  const to = Date.parse(certificate.validTo);
  const subject = certificate.subject.replaceAll('\n', ', ');
  const says = text('doctor.certificate', { subject, from: localDate(from), to: localDate(to) });
  if (nowMs < from || nowMs > to) return [{ of: 'certificates', is: 'ill', says, advice: text(advice) }];
  return to - nowMs < soonMs ? [{ of: 'certificates', is: 'remark', says, advice: text(advice) }] : [];
}

function certificatesIn(folder: string): readonly Kept[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /\.(pem|der|crt|cer)$/i.test(file));
  return files.sort().map((name) => {
    const file = join(folder, name);
    try {
      return { file, certificate: new X509Certificate(readFileSync(file)) };
    } catch {
      return { file, certificate: undefined };
    }
  });
}
