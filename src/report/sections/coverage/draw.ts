import { drawTable, heading, prose, type Sheet, subheading } from '../../renderers/pdf/index.ts';
import type { CoverageModel, MatrixOfNature } from './build.ts';

/** Draws the matrices of each unit. */
export function drawCoverage(sheet: Sheet, { title, legend, units }: CoverageModel): void {
  sheet.startPage();
  heading(sheet, title);
  prose(sheet, legend, { size: 9, sans: true, tone: 'quiet', after: 4 });
  for (const { name, statement, natures, none } of units) {
    subheading(sheet, name);
    prose(sheet, statement, { after: 4 });
    if (none !== undefined) prose(sheet, none);
    for (const matrix of natures) drawMatrix(sheet, matrix);
  }
}

function drawMatrix(sheet: Sheet, { title, headers, rows }: MatrixOfNature): void {
  const signs = headers.length - 5;
  const sign = signs < 3 ? 12 : signs < 5 ? 9 : 7;
  const result = signs < 5 ? 16 : 12;
  drawTable(sheet, {
    title,
    headers,
    columns: [
      { share: 13 },
      { share: 20 },
      { share: 14 },
      ...Array.from({ length: signs }, () => ({ share: sign, align: 'center' as const })),
      { share: result },
      // What fewer columns leave free goes to the result and the reasons.
      { share: 85 - signs * sign - result, isProse: true },
    ],
    rows: rows.map((row) => [
      row.id,
      row.name,
      row.by,
      ...row.cells,
      { text: row.result, tone: row.tone, bold: row.tone !== 'ink' },
      row.missing,
    ]),
    size: 7.5,
  });
}
