import { fillInk, frameInk, hatchInk, shapeInk, strokeInk, textInk } from '../ink.ts';
import { baseline } from '../prose.ts';
import type { Sheet } from '../sheet.ts';
import type { Typeface } from '../typeface.ts';
import { typeset } from '../typeset.ts';

/** Spans on one axis; positions run from 0 to 1. */
export interface Gantt {
  readonly alt: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly rows: readonly {
    readonly label: string;
    readonly from: number;
    readonly to: number;
    readonly date: string;
    readonly isImmediate: boolean;
    readonly tone: 'bad' | 'doubt' | 'quiet';
  }[];
}

const labelWidth = 108;
const dateWidth = 58;
const rowHeight = 17;
const axisHeight = 18;
const barHeight = 8;
const size = 8;
const rowsOfFigure = 30;

/** Draws spans under one axis, told apart by filling as well as by colour; many of them as several figures. */
export function drawGantt(sheet: Sheet, gantt: Gantt): void {
  for (let from = 0; from < gantt.rows.length; from += rowsOfFigure) {
    drawPart(sheet, { ...gantt, rows: gantt.rows.slice(from, from + rowsOfFigure) });
  }
}

function drawPart(sheet: Sheet, { alt, ticks, rows }: Gantt): void {
  const height = axisHeight + rows.length * rowHeight + 4;
  sheet.figure(alt, { height }, () => {
    const top = sheet.y;
    const x = sheet.left + labelWidth;
    const width = sheet.width - labelWidth - dateWidth;
    for (const { at, label } of ticks) {
      const place = x + at * width;
      const path = [
        [place, top + axisHeight - 4],
        [place, top + height - 4],
      ] as const;
      sheet.paint(strokeInk(path, 'faint', 0.6));
      text(sheet, label, place, top, 46, at < 0.05 ? 'left' : 'center', 7);
    }
    for (const [index, row] of rows.entries()) {
      const y = top + axisHeight + index * rowHeight;
      text(sheet, row.label, sheet.left, y + 2, labelWidth - 6, 'left', size);
      sheet.paint(bar(row, x, y + (rowHeight - barHeight) / 2, width));
      text(sheet, row.date, sheet.right, y + 2, dateWidth, 'right', size, sheet.bold);
    }
  });
  sheet.y += height + 4;
}

function bar({ from, to, isImmediate, tone }: Gantt['rows'][number], x: number, y: number, width: number): string {
  const left = x + from * width;
  const length = Math.max((to - from) * width, 2);
  const filling =
    tone === 'bad'
      ? fillInk(left, y, length, barHeight, 'bad')
      : tone === 'doubt'
        ? hatchInk(left, y, length, barHeight, 'doubt')
        : fillInk(left, y, length, barHeight, 'paper');
  const half = barHeight * 0.75;
  const middle = y + barHeight / 2;
  const diamond = shapeInk(
    [
      [left, middle - half],
      [left + half, middle],
      [left, middle + half],
      [left - half, middle],
    ],
    'ink',
  );
  return `${filling}${frameInk(left, y, length, barHeight, tone === 'quiet' ? 'ink' : tone, 0.7)}${isImmediate ? diamond : ''}`;
}

function text(
  sheet: Sheet,
  words: string,
  x: number,
  y: number,
  width: number,
  align: 'left' | 'center' | 'right',
  points: number,
  face: Typeface = sheet.regular,
): void {
  const [line] = typeset(words, face, points, width);
  if (line === undefined) return;
  const left = align === 'left' ? x : align === 'right' ? x - line.width : x - line.width / 2;
  sheet.paint(textInk(line, left, y + baseline(points, points * 1.4), { size: points }));
}
