import { type Language, say, text } from '../../messages/index.ts';
import type { DraftField } from '../../rectification/index.ts';
import { baseline, type Sheet, strokeInk, textInk, typeset } from '../renderers/pdf/index.ts';
import { said } from './said.ts';

const size = 14;
const lineHeight = 28;

/** Draws labels with their values over a line that reaches the margin; two rows that say `half` share a line. */
export function drawFormLines(sheet: Sheet, rows: readonly DraftField[], language: Language): void {
  const middle = sheet.left + sheet.width / 2;
  for (let index = 0; index < rows.length; index += 1) {
    const [row, next] = [rows[index], rows[index + 1]];
    if (row === undefined) continue;
    if (row.as === 'half' && next?.as === 'half') {
      sheet.reserve(lineHeight);
      const top = sheet.y;
      drawLine(sheet, row, sheet.left, middle - 8, language);
      const below = sheet.y;
      sheet.y = top;
      drawLine(sheet, next, middle + 4, sheet.right, language);
      sheet.y = Math.max(sheet.y, below);
      index += 1;
    } else drawLine(sheet, row, sheet.left, sheet.right, language);
  }
  sheet.y += 6;
}

function drawLine(sheet: Sheet, { label, value, as }: DraftField, from: number, to: number, language: Language): void {
  const words = say(text('drafts.label', { label: say(label, language) }), language);
  const [name] = typeset(words, sheet.regular, size, to - from);
  if (name === undefined) return;
  const x = from + name.width + (language === 'zh' ? 2 : 5);
  const dated = as === 'date' ? say(text('drafts.date-blank'), language) : undefined;
  const written = value === undefined ? dated : said(value, language);
  const lines = written === undefined ? [] : typeset(written, sheet.body, size, to - x);
  sheet.tag('P', () => {
    for (let row = 0; row < Math.max(1, lines.length); row += 1) {
      sheet.reserve(lineHeight);
      const y = sheet.y + baseline(size, lineHeight);
      if (row === 0) sheet.say(textInk(name, from, y, { size }));
      const line = lines[row];
      if (line !== undefined) sheet.say(textInk(line, x, y, { size }));
      if (dated === undefined)
        sheet.paint(
          strokeInk(
            [
              [x, y + 4],
              [to, y + 4],
            ],
            'quiet',
          ),
        );
      sheet.y += lineHeight;
    }
  });
}
