import type { AuditRecord } from '../audit/index.ts';

/** What the QR code says: enough to compare an evidence file with a printed report. */
export function chainPayload({ header, chainHead, entries }: AuditRecord): string {
  return `tripline:${encodeURIComponent(header.id)}?head=${chainHead}&entries=${entries}`;
}
