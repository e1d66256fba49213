import { drawFacts, drawQr, heading, prose, type Sheet } from '../../renderers/pdf/index.ts';
import type { ChainModel } from './build.ts';

const qrSide = 118;

/** Draws the head of the chain with its QR code; kept on one page. */
export function drawChain(sheet: Sheet, { title, explanation, facts, payload }: ChainModel): void {
  sheet.reserve(330);
  heading(sheet, title);
  prose(sheet, explanation, { after: 8 });
  drawFacts(sheet, facts, { labelWidth: 110 });
  drawQr(sheet, payload, sheet.left - 12, sheet.y + 4, qrSide);
  sheet.y += qrSide + 12;
}
