import { join } from 'node:path';
import { text } from '../../messages/index.ts';
import { faultAt } from '../plant-fault.ts';
import { readSource } from '../read-source.ts';
import type { Lint } from './lint.ts';

/** Where a document states both its file and its SHA-256, the file is there and is that one. */
export const documentFiles: Lint = ({ documents, folder, placeOf }) =>
  [...documents.all].flatMap(([id, { file, sha256 }]) => {
    if (file === undefined || sha256 === undefined) return [];
    const found = readSource(join(folder, file))?.sha256;
    if (found === undefined) return [faultAt(placeOf(['documents', id, 'file']), text('plant.file-missing', { file }))];
    if (found === sha256) return [];
    return [faultAt(placeOf(['documents', id, 'sha256']), text('plant.sha256-differs', { file, found }))];
  });
