import { fillInk, frameInk, hatchInk, strokeInk, textInk } from '../ink.ts';
import { baseline } from '../prose.ts';
import type { Sheet } from '../sheet.ts';
import type { Typeface } from '../typeface.ts';
import { typeset } from '../typeset.ts';

/** Switches over a time that was watched; positions run from 0 to 1. */
export interface Lanes {
  readonly alt: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** When the demand came: anywhere in this stretch. */
  readonly demand?: { readonly from: number; readonly to: number; readonly label: string };
  readonly rows: readonly {
    readonly label: string;
    /** What was seen, and where nothing was: `open` lies between two looks that show a change. */
    readonly pieces: readonly { readonly from: number; readonly to: number; readonly is: 'on' | 'open' | 'unread' }[];
  }[];
}

const inset = 30;
const rowHeight = 17;
const barHeight = 5;
const axisHeight = 14;

/** Draws one lane for each switch, told apart by filling: solid is on, hatched is anywhere in between, dashed was not read. */
export function drawLanes(sheet: Sheet, { alt, ticks, demand, rows }: Lanes): void {
  const height = axisHeight + rows.length * rowHeight + 6;
  sheet.figure(alt, { height }, () => {
    const [x, top, width] = [sheet.left + inset, sheet.y, sheet.width - inset];
    const bottom = top + axisHeight + rows.length * rowHeight;
    const place = (at: number) => x + at * width;
    if (demand !== undefined) {
      const left = place(demand.from);
      sheet.paint(
        fillInk(left, top + axisHeight, Math.max(place(demand.to) - left, 1), bottom - top - axisHeight, 'header'),
      );
      text(sheet, demand.label, Math.max(left, x), top + 1, width, sheet.bold);
    }
    for (const { at, label } of ticks) {
      sheet.paint(
        strokeInk(
          [
            [place(at), top + axisHeight],
            [place(at), bottom],
          ],
          'faint',
          0.4,
        ),
      );
      text(sheet, label, place(at) + 1, bottom - 2, 40);
    }
    for (const [index, row] of rows.entries()) {
      const y = top + axisHeight + index * rowHeight;
      text(sheet, row.label, x + 2, y, width);
      const barY = y + 9;
      sheet.paint(
        strokeInk(
          [
            [x, barY + barHeight],
            [x + width, barY + barHeight],
          ],
          'rule',
          0.4,
        ),
      );
      for (const piece of row.pieces) sheet.paint(pieceInk(piece, place, barY));
    }
  });
  sheet.y += height + 8;
}

function pieceInk(
  { from, to, is }: Lanes['rows'][number]['pieces'][number],
  place: (at: number) => number,
  y: number,
): string {
  const [left, length] = [place(from), Math.max(place(to) - place(from), 0.8)];
  if (is === 'on') return fillInk(left, y, length, barHeight, 'accent');
  if (is === 'open')
    return `${hatchInk(left, y, length, barHeight, 'doubt')}${frameInk(left, y, length, barHeight, 'doubt', 0.4)}`;
  return strokeInk(
    [
      [left, y + barHeight / 2],
      [left + length, y + barHeight / 2],
    ],
    'bad',
    0.8,
    [2, 2],
  );
}

function text(sheet: Sheet, words: string, x: number, y: number, width: number, face: Typeface = sheet.regular): void {
  const [line] = typeset(words, face, 6.5, width);
  if (line !== undefined) sheet.paint(textInk(line, x, y + baseline(6.5, 9), { size: 6.5 }));
}
