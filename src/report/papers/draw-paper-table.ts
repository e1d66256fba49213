import { type Language, say } from '../../messages/index.ts';
import type { DraftBlock } from '../../rectification/index.ts';
import { type Cell, type Column, drawTable, type Sheet } from '../renderers/pdf/index.ts';
import { noteSize } from './measures.ts';
import { said } from './said.ts';

/** In widths of a Latin letter: a date, the number of a case. */
const shortest = 12;

/** Draws the table of a paper with rules between its columns, each as wide as what stands in it asks for. */
export function drawPaperTable(
  sheet: Sheet,
  { head, rows }: Extract<DraftBlock, { readonly kind: 'table' }>,
  language: Language,
): void {
  const headers = head.map((it) => say(it, language));
  const texts = rows.map((row) => row.map((cell) => said(cell, language)));
  const longest = headers.map((header, index) =>
    Math.max(widthOf(header), ...texts.map((row) => widthOf(row[index] ?? ''))),
  );
  // Points: short things are never broken, long ones share what is left by a gentler measure than their length.
  const fixed = longest.map((it) => (it <= shortest ? it * noteSize * 0.56 + 8 : 0));
  const weights = longest.map((it) => (it <= shortest ? 0 : 4 + Math.sqrt(it)));
  const left = sheet.width - sum(fixed);
  const columns = longest.map((it, index): Column => {
    const weight = weights[index] ?? 0;
    return { share: weight === 0 ? (fixed[index] ?? 1) : (left * weight) / sum(weights), isProse: it > 24 };
  });
  const cells = texts.map((row) => row.map((cell): Cell => (cell === '' ? 'blank' : cell)));
  sheet.y += 6;
  drawTable(sheet, { headers, columns, rows: cells, size: noteSize, isGrid: true });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** In widths of a Latin letter. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u0080' ? 1 : 2), 0);
}
