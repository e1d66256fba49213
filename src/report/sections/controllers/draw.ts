import { drawFacts, drawTable, heading, prose, type Sheet, subheading } from '../../renderers/pdf/index.ts';
import type { ControllersModel } from './build.ts';

/** Draws one block of facts for each controller. */
export function drawControllers(sheet: Sheet, { title, controllers, note, witness }: ControllersModel): void {
  sheet.startPage();
  heading(sheet, title);
  for (const { name, facts } of controllers) {
    sheet.reserve(40 + facts.length * 15);
    subheading(sheet, name);
    drawFacts(sheet, facts, { labelWidth: 90, size: 9.5, leading: 1.5 });
  }
  sheet.y += 6;
  if (note !== undefined) prose(sheet, note, { size: 9, tone: 'quiet' });
  if (witness === undefined) return;
  subheading(sheet, witness.title);
  prose(sheet, witness.intro, { after: 5 });
  if (witness.points.rows.length === 0) return;
  drawTable(sheet, {
    headers: witness.points.headers,
    rows: witness.points.rows,
    columns: [{ share: 14 }, { share: 20 }, { share: 16 }, { share: 15 }, { share: 15 }, { share: 30, isProse: true }],
  });
}
