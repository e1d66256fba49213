import { drawTable, heading, markInk, prose, type Sheet, subheading } from '../../renderers/pdf/index.ts';
import { type CauseEffectModel, columnsOfTable } from './build.ts';

/** Draws the matrix of each unit, its signs explained first. */
export function drawCauseEffect(
  sheet: Sheet,
  { title, intro, sampling, legend, headers, units }: CauseEffectModel,
): void {
  sheet.startPage();
  heading(sheet, title);
  prose(sheet, sampling === undefined ? intro : `${intro}${sampling}`, { after: 5 });
  if (legend.length > 0) drawLegend(sheet, legend);
  for (const { name, tables } of units) {
    subheading(sheet, name);
    for (const { effects, rows } of tables) {
      drawTable(sheet, {
        headers: [...headers, ...effects],
        columns: [
          { share: 15 },
          { share: 30 + (columnsOfTable - effects.length) * 13 },
          ...effects.map(() => ({ share: 13, align: 'center' as const })),
        ],
        rows: rows.map((row) => [
          row.function,
          row.cause,
          ...row.signs.map(({ sign, says }) => ({ mark: sign, says })),
        ]),
        size: 7.5,
        isGrid: true,
      });
    }
  }
}

/** Signs and what they mean, two abreast. */
function drawLegend(sheet: Sheet, legend: CauseEffectModel['legend']): void {
  const half = sheet.width / 2;
  const top = sheet.y;
  for (const [index, { sign, says }] of legend.entries()) {
    const indent = (index % 2) * half;
    sheet.y = top + Math.floor(index / 2) * 14;
    sheet.paint(markInk(sign, sheet.left + indent + 6, sheet.y + 7, 9));
    prose(sheet, says, { size: 8.5, sans: true, indent: indent + 16, leading: 1.65, after: 0 });
  }
  sheet.y += 6;
}
