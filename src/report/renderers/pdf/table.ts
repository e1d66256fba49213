import { fillInk, textInk } from './ink.ts';
import { type Mark, markInk } from './mark.ts';
import type { Tone } from './palette.ts';
import { baseline } from './prose.ts';
import type { Sheet } from './sheet.ts';
import { type Line, typeset } from './typeset.ts';

/** What stands in one cell. Text may not be empty: nothing to say is a dash that somebody meant. */
export type Cell =
  | string
  | { readonly text: string; readonly bold?: boolean; readonly tone?: Tone }
  | { readonly mark: Mark; readonly says: string };

/** Share of the width, and how numbers and names line up. */
export interface Column {
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface Table {
  readonly headers: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly size?: number;
}

interface SetCell {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly bold: boolean;
  readonly tone: Tone;
  readonly lines: readonly Line[];
  readonly mark?: Mark;
}

const padX = 3;
const padY = 2.6;
const leading = 1.36;

/**
 * Draws a table with thin rules: the header stands again on every page, a row is torn only when it is taller than a page.
 * An empty cell, or a row with another number of cells than the header, throws.
 */
export function drawTable(sheet: Sheet, table: Table): void {
  const size = table.size ?? 8;
  const header = setRow(sheet, table, table.headers, size, true);
  const headerHeight = heightOf(header, size);
  const drawHeader = () => {
    sheet.paint(fillInk(sheet.left, sheet.y, sheet.width, headerHeight, 'header'));
    sheet.rule('quiet');
    drawRow(sheet, header, size);
    sheet.rule('quiet');
  };
  sheet.reserve(headerHeight + size * leading * 2 + padY * 2);
  drawHeader();
  for (const cells of table.rows) {
    let rest = setRow(sheet, table, cells, size, false);
    while (heightOf(rest, size) > sheet.room) {
      const fits = Math.floor((sheet.room - padY * 2) / (size * leading));
      const tallerThanPage = heightOf(rest, size) > sheet.bottom - sheet.top - headerHeight;
      if (tallerThanPage && fits > 0) {
        drawRow(
          sheet,
          rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fits) })),
          size,
        );
        rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(fits) }));
      }
      sheet.turn();
      drawHeader();
    }
    drawRow(sheet, rest, size);
    sheet.rule('faint');
  }
  sheet.rule('quiet');
  sheet.y += 8;
}

function setRow(
  sheet: Sheet,
  table: Table,
  cells: readonly Cell[],
  size: number,
  isHeader: boolean,
): readonly SetCell[] {
  if (cells.length !== table.columns.length)
    throw new Error(`a row of ${cells.length} cells in a table of ${table.columns.length}`);
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0);
  let x = sheet.left;
  return table.columns.map((column, index) => {
    const width = (sheet.width * column.share) / shares;
    const cell = setCell(sheet, cells[index], x, width, column, size, isHeader);
    x += width;
    return cell;
  });
}

function setCell(
  sheet: Sheet,
  cell: Cell | undefined,
  x: number,
  width: number,
  column: Column,
  size: number,
  isHeader: boolean,
): SetCell {
  const { align = 'left' } = column;
  if (typeof cell === 'object' && 'mark' in cell) {
    const lines = typeset(cell.says, sheet.regular, size, width - padX * 2);
    return { x, width, align: 'center', bold: false, tone: 'ink', lines, mark: cell.mark };
  }
  const { text, bold = isHeader, tone = 'ink' } = typeof cell === 'object' ? cell : { text: cell ?? '' };
  const lines = typeset(text, bold ? sheet.bold : sheet.regular, size, width - padX * 2);
  if (lines.length === 0) throw new Error('a cell of a table is empty');
  return { x, width, align, bold, tone, lines };
}

function heightOf(row: readonly SetCell[], size: number): number {
  return Math.max(1, ...row.map((cell) => cell.lines.length)) * size * leading + padY * 2;
}

/** One string of operators for the whole row: ten thousand rows are a matter of a second. */
function drawRow(sheet: Sheet, row: readonly SetCell[], size: number): void {
  let operators = '';
  for (const { x, width, align, bold, tone, lines, mark } of row) {
    const face = bold ? sheet.bold : sheet.regular;
    if (mark !== undefined) operators += markInk(mark, x + width / 2, sheet.y + padY + (size * leading) / 2, size);
    for (const [index, line] of lines.entries()) {
      const slack = width - padX * 2 - line.width;
      const indent = align === 'right' ? slack : align === 'center' ? slack / 2 : 0;
      const y = sheet.y + padY + index * size * leading + baseline(size, size * leading);
      operators += textInk(line, x + padX + indent, y, { face, size, tone, unseen: mark !== undefined });
    }
  }
  sheet.paint(operators);
  sheet.y += heightOf(row, size);
}
