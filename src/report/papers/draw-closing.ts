import { type Language, say, text } from '../../messages/index.ts';
import type { DraftField } from '../../rectification/index.ts';
import { prose, type Sheet } from '../renderers/pdf/index.ts';
import { drawFormLines } from './draw-form-lines.ts';
import { bodySize, leading } from './measures.ts';

const lineHeight = 28;

/** Whether a part is the end of a paper: lines for hands, the seal, the day. */
export function isClosing(rows: readonly DraftField[]): boolean {
  return rows.some(({ as }) => as === 'seal');
}

/**
 * Draws lines to sign on, then the place of the seal and the day at the right, as a paper ends: all of it on one page. The seal
 * is a place in brackets and never drawn.
 */
export function drawClosing(sheet: Sheet, rows: readonly DraftField[], language: Language): void {
  const signed = rows.filter(({ as }) => as !== 'seal' && as !== 'date');
  sheet.reserve(18 + signed.length * lineHeight + bodySize * leading * 3);
  sheet.y += 12;
  drawFormLines(sheet, signed, language);
  sheet.y += 10;
  const atRight = { size: bodySize, align: 'right', leading, after: 0 } as const;
  for (const { label } of rows.filter(({ as }) => as === 'seal'))
    prose(sheet, say(text('drafts.seal-place', { label: say(label, language) }), language), atRight);
  if (rows.some(({ as }) => as === 'date')) prose(sheet, say(text('drafts.date-blank'), language), atRight);
}
