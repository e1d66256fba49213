import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';
import { isDictionary, PdfFile, PdfString } from './pdf-file/index.ts';

/** How a report was drawn, as it says of itself: what somebody needs to draw the same pages from the same record. */
export const drawingSchema = z.object({
  format: z.literal('tripline-drawing/1'),
  /** Version of the tool that drew. */
  drawnBy: z.string(),
  language: z.enum(['zh', 'en']),
  reportNumber: z.string().optional(),
  firm: z.string().optional(),
  edition: z.string().optional(),
  unit: z.string().optional(),
  /** The files within the report. */
  attached: z.array(z.object({ name: z.string(), sha256: z.string() })).optional(),
  /** SHA-256 of the font files, in the order of the faces. */
  fonts: z.array(z.string()),
});
export type Drawing = z.infer<typeof drawingSchema>;

/** Key in the information dictionary of the PDF. */
export const drawingKey = 'TriplineDrawing';

/** What a report says of its drawing; undefined for a PDF that another program made. */
export function readDrawing(pdf: Uint8Array): Drawing | undefined {
  const file = new PdfFile(pdf);
  const info = file.resolve(file.trailer.get('Info'));
  const written = isDictionary(info) ? file.resolve(info.get(drawingKey)) : null;
  if (!(written instanceof PdfString)) return undefined;
  try {
    return drawingSchema.safeParse(JSON.parse(written.text())).data;
  } catch {
    return undefined;
  }
}

/** SHA-256 of the font files that this tool draws with. */
export function fontHashes(files: readonly string[]): string[] {
  return files.map(sha256Of);
}

/** Piece by piece: the files are large, and pdfkit reads them once more. */
function sha256Of(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1 << 16);
  const descriptor = openSync(file, 'r');
  try {
    for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
