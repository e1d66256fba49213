export { appendRevision, freeNumber, type NumberedObject, referenceTo } from './append-revision.ts';
export { PdfFile } from './pdf-file.ts';
export { PdfLexer } from './pdf-lexer.ts';
export {
  isDictionary,
  type PdfDictionary,
  PdfName,
  type PdfObject,
  PdfRaw,
  PdfReference,
  PdfStream,
  PdfString,
  writeObject,
} from './pdf-object.ts';
export type { Revision } from './read-revisions.ts';
