import { drawFacts, drawQr, heading, prose, type Sheet, subheading } from '../../renderers/pdf/index.ts';
import type { ChainModel } from './build.ts';

const qrSide = 118;

/** Draws the head of the chain with its QR code and the lines for both parties; kept on one page. */
export function drawChain(sheet: Sheet, model: ChainModel): void {
  sheet.reserve(420);
  heading(sheet, model.title);
  prose(sheet, model.explanation, { after: 8 });
  drawFacts(sheet, model.facts, { labelWidth: 110 });
  drawQr(sheet, sheet.encodeQr(model.payload), sheet.left - 12, sheet.y + 4, qrSide);
  sheet.y += qrSide + 12;
  subheading(sheet, model.signingTitle);
  drawFacts(sheet, model.signing, { labelWidth: 110, leading: 2.4 });
}
