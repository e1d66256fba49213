import { drawTrends as drawCharts, heading, prose, type Sheet } from '../../renderers/pdf/index.ts';
import type { TrendsModel } from './build.ts';

/** Draws the trends, two abreast. */
export function drawTrends(sheet: Sheet, { title, intro, trends }: TrendsModel): void {
  sheet.startPage();
  heading(sheet, title);
  prose(sheet, intro, { after: 8 });
  drawCharts(sheet, trends);
}
