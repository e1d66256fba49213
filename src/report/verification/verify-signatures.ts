import type { X509Certificate } from 'node:crypto';
import { text } from '../../messages/index.ts';
import { localDate } from '../../rules/index.ts';
import { holderOf, type SignatureReport, type SignatureVerdict } from '../signing/index.ts';
import type { Statement } from './statement.ts';

/** What is said of the signatures of a PDF; `authorities` are the certificates that the checking office trusts. */
export function signatureStatements(
  report: SignatureReport,
  authorities: readonly X509Certificate[],
): readonly Statement[] {
  if (report.signatures.length === 0) return [{ state: 'remark', says: text('verify.unsigned') }];
  return [
    ...report.signatures.flatMap((signature) => ofOne(signature, authorities)),
    ...(report.covered ? [] : [{ state: 'broken' as const, says: text('verify.bytes-behind') }]),
    ...report.foreign.map((what) => ({
      state: report.signatures.every(({ isOurs }) => isOurs) ? ('broken' as const) : ('unknown' as const),
      says: text('verify.foreign', { what }),
    })),
  ];
}

function ofOne(signature: SignatureVerdict, authorities: readonly X509Certificate[]): readonly Statement[] {
  const { certificate, claimedAt = '', field } = signature;
  const who = certificate === undefined ? field : holderOf(certificate);
  if (!signature.holds) {
    return [{ state: 'broken', says: text('verify.signature-broken', { field, who }) }];
  }
  if (certificate === undefined) return [{ state: 'broken', says: text('verify.signature-broken', { field, who }) }];
  const issuer = authorities.find((each) => certificate.checkIssued(each) && certificate.verify(each.publicKey));
  const { validFrom, validTo, fingerprint256 } = certificate;
  return [
    { state: 'holds', says: text('verify.signature-holds', { field, who, at: readable(claimedAt) }) },
    {
      state: 'remark',
      says: text('verify.certificate', {
        from: localDate(Date.parse(validFrom)),
        to: localDate(Date.parse(validTo)),
        fingerprint: fingerprint256,
      }),
    },
    issuer === undefined
      ? { state: 'remark', says: text('verify.issuer-not-checked', { who }) }
      : { state: 'holds', says: text('verify.issuer-trusted', { who, issuer: holderOf(issuer) }) },
    ...(isWithin(claimedAt, certificate)
      ? []
      : [{ state: 'unknown' as const, says: text('verify.out-of-date', { who }) }]),
  ];
}

function isWithin(claimedAt: string, { validFrom, validTo }: X509Certificate): boolean {
  const at = instantOf(claimedAt);
  return at !== undefined && Date.parse(validFrom) <= at && at <= Date.parse(validTo);
}

function instantOf(claimedAt: string): number | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)?/.exec(claimedAt);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, zone = '+00', minutes = '00'] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${minutes}`);
}

function readable(claimedAt: string): string {
  const at = instantOf(claimedAt);
  return at === undefined
    ? claimedAt
    : `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')} +08:00`;
}
