export { draftPdf, type PaperOptions } from './draft-pdf.ts';
