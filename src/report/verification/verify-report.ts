import type { X509Certificate } from 'node:crypto';
import type { AuditRecord } from '../../audit/index.ts';
import { text } from '../../messages/index.ts';
import { type AttachedFile, type AttachedRecord, attachRecord, readAttached } from '../attachment/index.ts';
import { type Drawing, readDrawing } from '../drawing.ts';
import { checkSignatures } from '../signing/index.ts';
import type { Statement } from './statement.ts';
import { verifyEntries } from './verify-chain.ts';
import { drawingStatements, type Redrawn } from './verify-drawing.ts';
import { packStatements } from './verify-packs.ts';
import { signatureStatements } from './verify-signatures.ts';

/** What checking a report rests on, beside the report. */
export interface ReportCheck {
  /** The record that it is said to be drawn from; a report without one, inside or beside it, is checked by its signatures only. */
  readonly record?: AuditRecord;
  /** The same audit as it stood before people added to its evidence: a report may have been drawn then. */
  readonly earlier?: readonly AuditRecord[];
  /** The head of the chain, or its beginning, as it was written down elsewhere. */
  readonly head?: string;
  readonly redraw: (record: AuditRecord, drawing: Drawing, attached: readonly AttachedFile[]) => Promise<Redrawn>;
  /** Certificates of issuers that the checking office trusts. */
  readonly authorities: readonly X509Certificate[];
}

/** Checks a report by its signatures, and draws it again from the record within it or beside it. Needs no plant and no network. */
export async function verifyReport(pdf: Uint8Array, check: ReportCheck): Promise<readonly Statement[]> {
  const report = await checkSignatures(pdf).catch(() => undefined);
  if (report === undefined) return [{ state: 'broken', says: text('verify.drawn-unreadable') }];
  return [...signatureStatements(report, check.authorities), ...(await ofDrawn(report.drawn, check))];
}

async function ofDrawn(bytes: Uint8Array, check: ReportCheck): Promise<readonly Statement[]> {
  const drawing = readable(bytes);
  let attached: AttachedRecord | undefined;
  try {
    attached = readAttached(bytes, drawing);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ state: 'broken', says: text('attachment.unreadable', { message }) }];
  }
  const within = attached === undefined ? undefined : attachedStatements(attached, check);
  const record = within?.record ?? check.record;
  return [...(within?.statements ?? []), ...(await drawn())];

  async function drawn(): Promise<readonly Statement[]> {
    if (drawing === undefined) return [{ state: 'unknown', says: text('verify.no-drawing') }];
    if (record === undefined) {
      return attached === undefined ? [{ state: 'unknown', says: text('verify.no-record') }] : [];
    }
    // The same files again, from what was read out of them: the report is not among them, so it need not contain itself.
    const files = attached === undefined ? [] : attachRecord(attached.entries, attached.packs);
    const now = drawingStatements(bytes, await check.redraw(record, drawing, files));
    if (now.every(({ state }) => state === 'holds')) return now;
    for (const former of check.earlier ?? []) {
      const then = drawingStatements(bytes, await check.redraw(former, drawing, files));
      if (!then.every(({ state }) => state === 'holds')) continue;
      const values = { head: former.chainHead, count: record.entries - former.entries };
      return [...then, { state: 'remark', says: text('finding.drawn-before', values) }];
    }
    return now;
  }
}

/** What is said of the record within a report, and the record where its chain holds. */
function attachedStatements(
  attached: AttachedRecord,
  { head, record: given }: ReportCheck,
): { readonly statements: readonly Statement[]; readonly record?: AuditRecord } {
  const { statements, record } = verifyEntries(attached.entries, head);
  const hashes: readonly Statement[] =
    attached.differing.length === 0
      ? [{ state: 'holds', says: text('attachment.holds') }]
      : attached.differing.map((name) => ({ state: 'broken', says: text('attachment.differs', { name }) }));
  const heads = given === undefined ? [] : [given.chainHead, ...(given.formerHeads ?? [])];
  const isOther = record !== undefined && given !== undefined && !heads.includes(record.chainHead);
  return {
    ...(record === undefined ? {} : { record }),
    statements: [
      ...hashes,
      ...statements,
      ...(record === undefined ? [] : packStatements(record, attached.packs)),
      ...(isOther
        ? [
            {
              state: 'broken' as const,
              says: text('attachment.other-record', { attached: record.chainHead, given: given.chainHead }),
            },
          ]
        : []),
    ],
  };
}

function readable(bytes: Uint8Array): Drawing | undefined {
  try {
    return readDrawing(bytes);
  } catch {
    return undefined;
  }
}
