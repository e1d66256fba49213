import { drawFacts, drawQr, prose, type Sheet } from '../../renderers/pdf/index.ts';
import type { CoverModel } from './build.ts';

const qrSide = 92;

/** Draws the cover on a page of its own. */
export function drawCover(sheet: Sheet, { title, enterprise, marks, facts, chain, proposal }: CoverModel): void {
  sheet.startPage();
  sheet.section();
  sheet.outline(title);
  sheet.y += 26;
  prose(sheet, title, { size: 24, bold: true, tone: 'accent', align: 'center', leading: 1.4, after: 12, as: 'H1' });
  sheet.rule('accent', 1.4);
  sheet.y += 22;
  prose(sheet, enterprise, { size: 17, bold: true, align: 'center', after: 8 });
  for (const mark of marks) prose(sheet, mark, { size: 13, bold: true, tone: 'bad', align: 'center', after: 2 });
  sheet.y += 24;
  drawFacts(sheet, facts, { labelWidth: 100, size: 10.5, leading: 1.7 });
  const foot = sheet.bottom - qrSide;
  if (sheet.y > foot) sheet.turn();
  sheet.y = foot;
  drawQr(sheet, chain.payload, sheet.right - qrSide, foot, qrSide);
  sheet.y = foot + 34;
  prose(sheet, proposal, { size: 10.5, bold: true, after: 4 });
  prose(sheet, chain.caption, { size: 9, sans: true, tone: 'quiet', after: 0 });
}
