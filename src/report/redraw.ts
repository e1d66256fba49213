import type { AuditRecord } from '../audit/index.ts';
import { type Drawing, readDrawing } from './drawing.ts';
import { reportModel } from './model.ts';
import type { Redrawn } from './verification/verify-drawing.ts';
import { pdfOf } from './write-pdf.ts';

/** Draws a report again from its record as it says it was drawn, with the tool of this version. */
export async function redraw(record: AuditRecord, drawing: Drawing, version: string): Promise<Redrawn> {
  const { language, reportNumber, firm, drawnBy } = drawing;
  const pdf = await pdfOf(
    reportModel(record, language, {
      ...(reportNumber === undefined ? {} : { reportNumber }),
      ...(firm === undefined ? {} : { firm }),
      drawnBy: version,
    }),
  );
  const fonts = readDrawing(pdf)?.fonts ?? [];
  return { pdf, drawnBy, sameTool: drawnBy === version && fonts.join() === drawing.fonts.join() };
}
