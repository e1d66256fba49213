import { drawEvidence, heading, prose, type Sheet } from '../../renderers/pdf/index.ts';
import type { ReadingsModel } from './build.ts';

/** Draws all readings as one table. */
export function drawReadings(sheet: Sheet, { title, intro, readings }: ReadingsModel): void {
  sheet.startPage();
  heading(sheet, title);
  prose(sheet, intro, { size: 9, tone: 'quiet', after: 6 });
  drawEvidence(sheet, readings);
}
