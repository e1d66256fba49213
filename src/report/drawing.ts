import { z } from 'zod';
import { drawingKey } from './drawing-key.ts';
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
