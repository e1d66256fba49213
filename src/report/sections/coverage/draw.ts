import { drawTable, heading, prose, type Sheet, subheading } from '../../renderers/pdf/index.ts';
import type { CoverageModel } from './build.ts';

/** Draws the matrix of each unit with its notes below. */
export function drawCoverage(sheet: Sheet, { title, legend, headers, units }: CoverageModel): void {
  sheet.startPage();
  heading(sheet, title);
  prose(sheet, legend, { size: 9, tone: 'quiet', after: 4 });
  for (const unit of units) {
    subheading(sheet, unit.name);
    prose(sheet, unit.statement, { size: 10, after: 4 });
    drawTable(sheet, {
      headers,
      columns: [
        { share: 12 },
        { share: 22 },
        { share: 15 },
        ...Array.from({ length: headers.length - 4 }, () => ({ share: 6.4, align: 'center' as const })),
        { share: 15 },
      ],
      rows: unit.rows.map((row) => [
        row.id,
        row.name,
        row.nature,
        ...row.cells,
        { text: row.result, tone: row.tone, bold: row.tone !== 'ink' },
      ]),
      size: 8,
    });
    if (unit.notes.length > 0) {
      prose(sheet, unit.notesTitle, { size: 9.5, bold: true, after: 2 });
      for (const note of unit.notes) prose(sheet, note, { size: 9, after: 1 });
    }
  }
}
