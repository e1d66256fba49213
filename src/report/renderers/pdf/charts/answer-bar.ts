import { fillInk, frameInk, hatchInk, type TextStyle, textInk } from '../ink.ts';
import { baseline } from '../prose.ts';
import type { Sheet } from '../sheet.ts';
import { type Line, typeset } from '../typeset.ts';

/** Three counts that add up: yes filled, no hatched, unknown left open. */
export interface AnswerBar {
  readonly label: string;
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
  /** The counts in words, at the right. */
  readonly says: string;
}

const labelWidth = 92;
const saysWidth = 150;
const barHeight = 13;
const lineHeight = 12;

/** Draws one bar with its label and counts, none of which is ever cut; told apart by shape, not by colour. */
export function drawAnswerBar(sheet: Sheet, bar: AnswerBar): void {
  const labels = typeset(bar.label, sheet.bold, 9.5, labelWidth - 6);
  const says = typeset(bar.says, sheet.regular, 9, saysWidth - 10);
  const rowHeight = Math.max(labels.length, says.length) * lineHeight + 9;
  sheet.reserve(rowHeight);
  const x = sheet.left + labelWidth;
  const width = sheet.width - labelWidth - saysWidth;
  sheet.paint(answerInk(bar, x, sheet.y + (rowHeight - barHeight) / 2, width, barHeight));
  // The words say all that the bar shows.
  sheet.tag('P', () => {
    drawLines(sheet, labels, sheet.left, rowHeight, { size: 9.5 });
    drawLines(sheet, says, x + width + 10, rowHeight, { size: 9 });
  });
  sheet.y += rowHeight;
}

function drawLines(
  sheet: Sheet,
  lines: readonly Line[],
  x: number,
  rowHeight: number,
  style: Pick<TextStyle, 'size'>,
): void {
  const top = sheet.y + (rowHeight - lines.length * lineHeight) / 2;
  for (const [index, line] of lines.entries()) {
    sheet.say(textInk(line, x, top + index * lineHeight + baseline(style.size, lineHeight), style));
  }
}

/** PDF operators for the bar alone. */
export function answerInk(
  { yes, no, unknown }: Pick<AnswerBar, 'yes' | 'no' | 'unknown'>,
  x: number,
  y: number,
  width: number,
  barHeight: number,
): string {
  const total = yes + no + unknown;
  if (total === 0) return frameInk(x, y, width, barHeight, 'faint');
  const [yesWidth, noWidth] = [(width * yes) / total, (width * no) / total];
  return [
    yes > 0 ? fillInk(x, y, yesWidth, barHeight, 'accent') : '',
    no > 0 ? hatchInk(x + yesWidth, y, noWidth, barHeight, 'bad') : '',
    no > 0 ? frameInk(x + yesWidth, y, noWidth, barHeight, 'accent', 0.8) : '',
    frameInk(x, y, width, barHeight, 'accent', 0.8),
  ].join('');
}
