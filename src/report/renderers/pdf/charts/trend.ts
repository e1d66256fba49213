import { fillInk, frameInk, strokeInk, textInk } from '../ink.ts';
import type { Tone } from '../palette.ts';
import { baseline } from '../prose.ts';
import type { Sheet } from '../sheet.ts';
import type { Typeface } from '../typeface.ts';
import { typeset } from '../typeset.ts';

/** Curves over a window with levels across them; positions run from 0 to 1, right and upwards. */
export interface Trend {
  readonly title: string;
  readonly unit: string;
  readonly alt: string;
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly lines: readonly {
    readonly kind: 'trip' | 'approved' | 'alarm';
    readonly label: string;
    readonly at: number;
  }[];
  readonly series: readonly {
    readonly tag: string;
    readonly pieces: readonly (readonly { readonly x: number; readonly y: number }[])[];
    readonly gaps: readonly number[];
  }[];
}

const gutter = 16;
const height = 168;
const axisWidth = 30;
const plotTop = 26;
const plotHeight = 104;

const lineStyles: Readonly<Record<Trend['lines'][number]['kind'], { tone: Tone; thickness: number; dash?: number[] }>> =
  {
    trip: { tone: 'bad', thickness: 1.4 },
    approved: { tone: 'ink', thickness: 0.9, dash: [1, 2] },
    alarm: { tone: 'doubt', thickness: 0.9, dash: [7, 3] },
  };
const curves: readonly { tone: Tone; thickness: number; dash?: number[] }[] = [
  { tone: 'accent', thickness: 1 },
  { tone: 'ink', thickness: 0.7, dash: [4, 2] },
  { tone: 'good', thickness: 1, dash: [1.5, 1.5] },
  { tone: 'quiet', thickness: 1.6 },
];

/** Draws trends so many abreast; curves and levels differ in their stroke, not only in colour. */
export function drawTrends(sheet: Sheet, trends: readonly Trend[], abreast = 2): void {
  const width = (sheet.width - gutter * (abreast - 1)) / abreast;
  for (let index = 0; index < trends.length; index += abreast) {
    sheet.reserve(height);
    for (const [column, trend] of trends.slice(index, index + abreast).entries()) {
      const x = sheet.left + column * (width + gutter);
      sheet.figure(trend.alt, { height, x, width }, () => drawTrend(sheet, trend, x, width));
    }
    sheet.y += height + 6;
  }
}

function drawTrend(sheet: Sheet, trend: Trend, x: number, width: number): void {
  const top = sheet.y;
  const plot = { x: x + axisWidth, y: top + plotTop, width: width - axisWidth, height: plotHeight };
  const at = (right: number, up: number) => [plot.x + right * plot.width, plot.y + (1 - up) * plot.height] as const;
  text(sheet, trend.title, x, top, width, { size: 8.5, face: sheet.bold });
  text(sheet, `${trend.unit}    ${trend.note}`, x, top + 12, width, { size: 7, tone: 'quiet' });
  sheet.paint(fillInk(plot.x, plot.y, plot.width, plot.height, 'paper'));
  for (const tick of trend.ticks) {
    sheet.paint(strokeInk([at(0, tick.at), at(1, tick.at)], 'faint', 0.4));
    text(sheet, tick.label, plot.x - 3, at(0, tick.at)[1] - 5, axisWidth, { size: 7, align: 'right' });
  }
  sheet.paint(frameInk(plot.x, plot.y, plot.width, plot.height, 'rule', 0.5));
  for (const [index, series] of trend.series.entries()) {
    const style = curves[index % curves.length];
    if (style === undefined) continue;
    for (const piece of series.pieces) {
      const path = piece.map((point) => at(point.x, point.y));
      // One reading alone is a mark, not a line.
      const [only] = path;
      if (path.length === 1 && only !== undefined) sheet.paint(fillInk(only[0] - 1, only[1] - 1, 2, 2, style.tone));
      else sheet.paint(strokeInk(path, style.tone, style.thickness, style.dash));
    }
    for (const gap of series.gaps) {
      const [gapX, gapY] = at(gap, 0);
      sheet.paint(
        strokeInk(
          [
            [gapX, gapY - 3],
            [gapX, gapY],
          ],
          'bad',
          0.7,
        ),
      );
    }
  }
  drawLevels(sheet, trend, at, plot);
  const footY = plot.y + plot.height + 2;
  text(sheet, trend.from, plot.x, footY, plot.width / 2, { size: 6.5, tone: 'quiet' });
  text(sheet, trend.to.slice(11), plot.x + plot.width, footY, plot.width / 2, {
    size: 6.5,
    tone: 'quiet',
    align: 'right',
  });
  drawKey(sheet, trend, plot.x, footY + 11, plot.width);
}

/** Labels of levels stand above their line, or below it where another label is in the way. */
function drawLevels(
  sheet: Sheet,
  { lines }: Trend,
  at: (right: number, up: number) => readonly [number, number],
  plot: { readonly x: number; readonly width: number },
): void {
  const taken: number[] = [];
  for (const { kind, label, at: level } of [...lines].sort((a, b) => b.at - a.at)) {
    const { tone, thickness, dash } = lineStyles[kind];
    sheet.paint(strokeInk([at(0, level), at(1, level)], tone, thickness, dash));
    const y = at(0, level)[1];
    const above = y - 10;
    const isTaken = taken.some((other) => Math.abs(other - above) < 9);
    const labelY = isTaken ? y + 1 : above;
    taken.push(labelY);
    text(sheet, label, plot.x + plot.width - 2, labelY, plot.width, {
      size: 7,
      align: 'right',
      tone,
      face: sheet.bold,
    });
  }
}

function drawKey(sheet: Sheet, { series }: Trend, x: number, y: number, width: number): void {
  const each = Math.max(width / Math.min(series.length, 3), 50);
  for (const [index, { tag }] of series.entries()) {
    const style = curves[index % curves.length];
    const left = x + (index % 3) * each;
    const top = y + Math.floor(index / 3) * 9;
    if (style === undefined) continue;
    sheet.paint(
      strokeInk(
        [
          [left, top + 5],
          [left + 12, top + 5],
        ],
        style.tone,
        style.thickness,
        style.dash,
      ),
    );
    text(sheet, tag, left + 14, top, each - 15, { size: 6.5 });
  }
}

function text(
  sheet: Sheet,
  words: string,
  x: number,
  y: number,
  width: number,
  {
    size,
    tone = 'ink',
    align = 'left',
    face = sheet.regular,
  }: { size: number; tone?: Tone; align?: 'left' | 'right'; face?: Typeface },
): void {
  const [line] = typeset(words, face, size, width);
  if (line === undefined) return;
  sheet.paint(textInk(line, align === 'left' ? x : x - line.width, y + baseline(size, size * 1.4), { size, tone }));
}
