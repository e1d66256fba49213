import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { ReportModel } from './model.ts';
import { type FileKind, paintFrame, renderPdf, type Sheet } from './renderers/pdf/index.ts';
import { drawSections } from './sections/index.ts';
import { voiceOf } from './words/index.ts';

/** How a report is set and filed. */
export interface PdfOptions {
  /** Default: with logical structure. */
  readonly kind?: FileKind;
  /** A font file of the user's own for running text. */
  readonly bodyFont?: string;
}

/** The report as a PDF. The same model gives the same bytes; a character without a glyph throws `MissingGlyph`. */
export function pdfOf(model: ReportModel, options: PdfOptions = {}): Promise<Uint8Array> {
  const { language, title, enterprise, number, marks, createdAtMs, creator, drawing, sections, shown, attached } =
    model;
  const voice = voiceOf(language);
  const frame = {
    enterprise,
    number,
    marks,
    pageOf: (page: number, of: number) => voice.say('report.page-of', { page, of }),
  };
  const particulars = {
    title,
    language,
    createdAt: new Date(createdAtMs),
    creator,
    paintFrame: (sheet: Sheet, page: number, of: number) => paintFrame(sheet, frame, page, of),
    drawing,
    attached,
    ...options,
  };
  return renderPdf(particulars, (sheet) => drawSections(sheet, sections, shown));
}

/** Writes the report as a PDF to a file or into a stream, which is then ended. Nothing is written when drawing fails. */
export async function writePdf(model: ReportModel, to: string | Writable, options: PdfOptions = {}): Promise<void> {
  const bytes = await pdfOf(model, options);
  if (typeof to === 'string') return writeFile(to, bytes);
  await new Promise<void>((resolve, reject) => {
    to.once('error', reject);
    to.end(bytes, resolve);
  });
}
