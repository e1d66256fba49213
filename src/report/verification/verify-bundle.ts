import { text } from '../../messages/index.ts';
import { type OpenedBundle, openBundle } from '../bundle/index.ts';
import { earlierRecords } from './earlier-records.ts';
import type { Statement } from './statement.ts';
import { verifyEntries } from './verify-chain.ts';
import { documentStatements } from './verify-documents.ts';
import { packStatements } from './verify-packs.ts';
import { photographStatements } from './verify-photographs.ts';
import { type ReportCheck, verifyReport } from './verify-report.ts';
import { resultStatement } from './verify-result.ts';

/** What checking a bundle rests on, beside the bundle. */
export type BundleCheck = Omit<ReportCheck, 'record'>;

/** Checks every part of a bundle: its bytes, its files, the chain, reports, packs and documents. */
export async function verifyBundle(bytes: Uint8Array, check: BundleCheck): Promise<readonly Statement[]> {
  let bundle: OpenedBundle;
  try {
    bundle = openBundle(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ state: 'broken', says: text('verify.bundle-unreadable', { message }) }];
  }
  const { manifest, files, entries, sealed, differing } = bundle;
  const { statements, record } = verifyEntries(entries, check.head);
  const agrees = record?.chainHead === manifest.chainHead && record.entries === manifest.entries;
  return [
    { state: sealed ? 'holds' : 'broken', says: text(sealed ? 'verify.sealed' : 'verify.not-sealed') },
    ...differing.map(({ name, because }): Statement => {
      return { state: 'broken', says: text(`verify.file-${because}`, { name }) };
    }),
    ...statements,
    ...(record === undefined || agrees ? [] : [{ state: 'broken' as const, says: text('verify.manifest-differs') }]),
    ...(record === undefined
      ? []
      : [
          ...packStatements(record, files),
          ...documentStatements(record, files),
          ...photographStatements(record, (name) => files.get(name)),
        ]),
    ...(await partsOf()),
  ];

  async function partsOf(): Promise<readonly Statement[]> {
    if (record === undefined) return [];
    const parts: Statement[] = [];
    for (const [name, content] of files) {
      if (name.endsWith('result.json')) parts.push(resultStatement(record, content));
      if (!name.endsWith('.pdf') || name.startsWith('documents/')) continue;
      parts.push({ state: 'remark', says: text('verify.file', { name }) });
      const earlier = earlierRecords(entries, record);
      parts.push(...(await verifyReport(content, { ...check, record, earlier })));
    }
    return parts;
  }
}
