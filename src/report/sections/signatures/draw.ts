import { drawFacts, frameInk, heading, prose, type Sheet } from '../../renderers/pdf/index.ts';
import type { SignaturesModel } from './build.ts';

const box = 9;
/** As large as a visible signature. */
const electronicBox = { width: 200, height: 54 };

/** Draws the signature page: statement, short code, lines for both parties. */
export function drawSignatures(sheet: Sheet, model: SignaturesModel): void {
  sheet.startPage();
  heading(sheet, model.title);
  prose(sheet, model.statement, { size: 11, leading: 1.7, after: 8 });
  const top = sheet.y;
  sheet.y += 8;
  prose(sheet, model.headCaption, { size: 9, sans: true, tone: 'quiet', align: 'center', after: 0 });
  prose(sheet, model.head, { size: 24, bold: true, align: 'center', leading: 1.4, after: 6 });
  sheet.paint(frameInk(sheet.left + 110, top, sheet.width - 220, sheet.y - top, 'ink', 0.8));
  sheet.y += 16;
  drawParties(sheet, model);
  prose(sheet, model.objection.question, { size: 10.5, bold: true, after: 2 });
  for (const choice of model.objection.choices) {
    sheet.paint(frameInk(sheet.left + 2, sheet.y + 3, box, box, 'ink', 0.8));
    prose(sheet, choice, { indent: 18, after: 3 });
  }
  sheet.y += 10;
  prose(sheet, model.note, { size: 9.5, tone: 'quiet' });
}

/** Both parties side by side, as they stand at the table. */
function drawParties(sheet: Sheet, { parties }: SignaturesModel): void {
  const width = (sheet.width - 20) / 2;
  const top = sheet.y;
  let lowest = top;
  for (const [index, { name, lines }] of parties.entries()) {
    const indent = index * (width + 20);
    sheet.y = top;
    prose(sheet, name, { size: 11.5, bold: true, indent, after: 4 });
    drawFacts(sheet, lines, { labelWidth: 62, leading: 2.5, indent, right: sheet.left + indent + width });
    lowest = Math.max(lowest, sheet.y);
  }
  sheet.y = lowest + 10;
  for (const [index, { electronic }] of parties.entries()) {
    const x = sheet.left + index * (width + 20);
    sheet.paint(frameInk(x, sheet.y, electronicBox.width, electronicBox.height, 'faint', 0.6));
    // `tripline sign` finds the boxes by these names.
    sheet.destination(`signature-${index + 1}`, x, sheet.y);
    const below = sheet.y + electronicBox.height + 2;
    const top = sheet.y;
    sheet.y = below;
    prose(sheet, electronic, { size: 8, sans: true, tone: 'quiet', indent: index * (width + 20), after: 0 });
    sheet.y = top;
  }
  sheet.y += electronicBox.height + 30;
}
