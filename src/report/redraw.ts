import type { AuditRecord } from '../audit/index.ts';
import type { AttachedFile } from './attachment/index.ts';
import { type Drawing, readDrawing } from './drawing.ts';
import { reportModel } from './model.ts';
import type { Redrawn } from './verification/verify-drawing.ts';
import { pdfOf } from './write-pdf.ts';

/**
 * Draws a report again from its record as it says it was drawn, with the tool of this version; a body font of the user's own
 * and the files within it have to be given again.
 */
export async function redraw(
  record: AuditRecord,
  drawing: Drawing,
  {
    version,
    bodyFont,
    attached = [],
  }: { readonly version: string; readonly bodyFont?: string; readonly attached?: readonly AttachedFile[] },
): Promise<Redrawn> {
  const { language, reportNumber, firm, drawnBy, edition, unit } = drawing;
  const pdf = await pdfOf(
    reportModel(record, language, {
      ...(reportNumber === undefined ? {} : { reportNumber }),
      ...(firm === undefined ? {} : { firm }),
      ...(edition === 'summary' ? { summary: true } : {}),
      ...(unit === undefined ? {} : { unit }),
      drawnBy: version,
      ...(attached.length === 0 ? {} : { attached }),
    }),
    bodyFont === undefined ? {} : { bodyFont },
  );
  const fonts = readDrawing(pdf)?.fonts ?? [];
  return { pdf, drawnBy, sameTool: drawnBy === version && fonts.join() === drawing.fonts.join() };
}
