import type { X509Certificate } from 'node:crypto';
import type { AuditRecord } from '../../audit/index.ts';
import { text } from '../../messages/index.ts';
import { type Drawing, readDrawing } from '../drawing.ts';
import { checkSignatures } from '../signing/index.ts';
import type { Statement } from './statement.ts';
import { drawingStatements, type Redrawn } from './verify-drawing.ts';
import { signatureStatements } from './verify-signatures.ts';

/** What checking a report rests on, beside the report. */
export interface ReportCheck {
  /** The record that it is said to be drawn from; without one only signatures can be checked. */
  readonly record?: AuditRecord;
  readonly redraw: (record: AuditRecord, drawing: Drawing) => Promise<Redrawn>;
  /** Certificates of issuers that the checking office trusts. */
  readonly authorities: readonly X509Certificate[];
}

/** Checks a report by its signatures, and draws it again from its record. Needs no plant and no network. */
export async function verifyReport(
  pdf: Uint8Array,
  { record, redraw, authorities }: ReportCheck,
): Promise<readonly Statement[]> {
  const report = await checkSignatures(pdf).catch(() => undefined);
  if (report === undefined) return [{ state: 'broken', says: text('verify.drawn-unreadable') }];
  return [...signatureStatements(report, authorities), ...(await drawn(report.drawn))];

  async function drawn(bytes: Uint8Array): Promise<readonly Statement[]> {
    const drawing = readable(bytes);
    if (drawing === undefined) return [{ state: 'unknown', says: text('verify.no-drawing') }];
    if (record === undefined) return [{ state: 'unknown', says: text('verify.no-record') }];
    return drawingStatements(bytes, await redraw(record, drawing));
  }
}

function readable(bytes: Uint8Array): Drawing | undefined {
  try {
    return readDrawing(bytes);
  } catch {
    return undefined;
  }
}
