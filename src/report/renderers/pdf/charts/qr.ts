import { fillInk } from '../ink.ts';
import type { Sheet } from '../sheet.ts';

/** The modules of a QR code, row by row; true is dark. */
export type QrModules = readonly (readonly boolean[])[];

/** Draws a QR code as rectangles, one per run of dark modules, at a place of this page; `side` in points includes the quiet zone of four modules. */
export function drawQr(sheet: Sheet, payload: string, x: number, y: number, side: number): void {
  const modules = sheet.encodeQr(payload);
  const unit = side / (modules.length + 8);
  const runs = modules.flatMap((row, rowIndex) =>
    darkRuns(row).map(({ from, length }) =>
      fillInk(x + (from + 4) * unit, y + (rowIndex + 4) * unit, length * unit + 0.05, unit + 0.05, 'ink'),
    ),
  );
  sheet.y = y;
  sheet.figure(payload, { x, width: side, height: side }, () =>
    sheet.paint(fillInk(x, y, side, side, 'paper') + runs.join('')),
  );
}

function darkRuns(row: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const [index, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last !== undefined && last.from + last.length === index) last.length += 1;
    else runs.push({ from: index, length: 1 });
  }
  return runs;
}
