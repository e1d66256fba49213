import { basename } from 'node:path';
import type { AuditRecord } from '../../audit/index.ts';
import { text } from '../../messages/index.ts';
import type { PlantDocument } from '../../plant/index.ts';
import { type BundleFiles, sha256 } from '../bundle/index.ts';
import type { Statement } from './statement.ts';

/** The name of a declared document in a bundle. */
export function documentName({ id, file = '' }: PlantDocument): string {
  return `documents/${id}/${basename(file.replaceAll('\\', '/'))}`;
}

/** Holds the documents that a bundle carries against the hashes that the plant file declared before the audit. */
export function documentStatements(record: AuditRecord, files: BundleFiles): readonly Statement[] {
  return [...record.plant.documents.values()].flatMap((document): readonly Statement[] => {
    const name = documentName(document);
    const found = files.get(name);
    if (document.sha256 === undefined || found === undefined) return [];
    const holds = sha256(found) === document.sha256;
    const says = text(holds ? 'verify.document-holds' : 'verify.document-differs', { document: document.id });
    return [{ state: holds ? 'holds' : 'broken', says }];
  });
}
