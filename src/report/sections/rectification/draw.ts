import { type Cell, drawGantt, drawTable, heading, prose, type Sheet, subheading } from '../../renderers/pdf/index.ts';
import type { RectificationModel } from './build.ts';

/** Room to write in, points. */
const rowHeight = 62;

/** Draws the ledger with its lines to fill in, then the limits as bars. */
export function drawRectification(sheet: Sheet, model: RectificationModel): void {
  const { title, intro, headers, arrangements, rows, gantt } = model;
  sheet.startPage();
  heading(sheet, title);
  prose(sheet, intro, { after: 6 });
  if (rows.length > 0) {
    drawTable(sheet, {
      headers: [...headers, ...arrangements],
      columns: [
        { share: 9, align: 'center' },
        { share: 52, isProse: true },
        { share: 14.5 },
        { share: 19 },
        ...arrangements.map(() => ({ share: 12, align: 'center' as const })),
      ],
      rows: rows.map((row): readonly Cell[] => [
        { text: row.number, to: row.to },
        [row.subject, row.problem, row.immediate, row.remediation].join('\n'),
        row.severity,
        { text: row.limit, bold: true },
        ...arrangements.map(() => 'blank' as const),
      ]),
      size: 8,
      isGrid: true,
      rowHeight,
    });
  }
  if (gantt === undefined) return;
  subheading(sheet, gantt.title);
  drawGantt(sheet, gantt);
  prose(sheet, gantt.legend, { size: 8.5, sans: true, tone: 'quiet' });
}
