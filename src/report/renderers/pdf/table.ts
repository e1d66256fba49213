import { fillInk, linesInk, type Pen, strokeInk, strokesInk, textInk } from './ink.ts';
import { type Mark, markInk } from './mark.ts';
import type { Tone } from './palette.ts';
import { baseline, prose } from './prose.ts';
import type { Sheet } from './sheet.ts';
import type { Element } from './struct-tree.ts';
import { type Line, typeset } from './typeset.ts';

/** What stands in one cell. Text may not be empty: nothing to say is a dash that somebody meant. */
export type Cell =
  | string
  | { readonly text: string; readonly bold?: boolean; readonly tone?: Tone; readonly to?: string }
  | { readonly mark: Mark; readonly says: string }
  /** For people to write in. */
  | 'blank';

/** Share of the width, and how numbers and names line up. */
export interface Column {
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Said in the face of running text: sentences, as opposed to tags and numbers. */
  readonly isProse?: boolean;
}

export interface Table {
  /** Stands above the table and on its page. */
  readonly title?: string;
  readonly headers: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** A name for the place of each row. */
  readonly anchors?: readonly string[];
  readonly size?: number;
  /** Rules between columns. */
  readonly isGrid?: boolean;
  /** Rows at least as tall as this, points: to write in. */
  readonly rowHeight?: number;
}

interface SetCell {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly tone: Tone;
  readonly lines: readonly Line[];
  readonly mark?: Mark;
  readonly to?: string;
}

const padX = 3;
const padY = 2.6;
const leading = 1.36;
/** So many rows at the end of a table stay together: one row alone under a header on the next page looks like a mistake. */
const keptRows = 3;
const titleHeight = 26;

/**
 * Draws a table with thin rules: the header stands again on every page, a row is torn only when it is taller than a page, and
 * the last rows stay together.
 * An empty cell, or a row with another number of cells than the header, throws.
 */
export function drawTable(sheet: Sheet, table: Table): void {
  const size = table.size ?? 8;
  const headerSize = headerSizeOf(sheet, table, size);
  const header = setRow(sheet, table, table.headers, headerSize, true);
  const headerHeight = heightOf(header, headerSize);
  const least = table.rowHeight ?? 0;
  const lastRows = table.rows.slice(-keptRows).map((cells) => setRow(sheet, table, cells, size, false));
  const lastHeight = lastRows.reduce((sum, row) => sum + Math.max(heightOf(row, size), least), 0);
  const isKept = lastHeight < (sheet.bottom - sheet.top - headerHeight) / 2;
  const rowsHeight = Math.max(size * leading * 2 + padY * 2, least);
  if (table.title === undefined) sheet.reserve(headerHeight + rowsHeight);
  else {
    const isWhole = table.rows.length <= keptRows && isKept;
    sheet.reserve(titleHeight + headerHeight + (isWhole ? lastHeight : rowsHeight));
    prose(sheet, table.title, { size: 10, bold: true, after: 3, as: 'H2' });
  }
  sheet.tag('Table', () => {
    let isRepeated = false;
    let pen: Pen = {};
    let rules: number[] = [];
    const ruleRows = () => {
      sheet.paint(strokesInk(sheet.left, sheet.right, rules, table.isGrid === true ? 'quiet' : 'faint'));
      rules = [];
    };
    const drawHeader = () => {
      const top = sheet.y;
      pen = {};
      sheet.paint(fillInk(sheet.left, top, sheet.width, headerHeight, 'header'));
      sheet.rule('quiet');
      drawRow(sheet, header, headerSize, headerHeight, isRepeated ? undefined : elementsOf(sheet, header, 'TH'), pen);
      if (table.isGrid === true) drawUprights(sheet, header, top);
      sheet.rule('quiet');
      isRepeated = true;
    };
    drawHeader();
    for (const [index, cells] of table.rows.entries()) {
      if (isKept && index > 0 && index === table.rows.length - keptRows && lastHeight > sheet.room) {
        ruleRows();
        sheet.turn();
        drawHeader();
      }
      let rest = setRow(sheet, table, cells, size, false);
      const elements = elementsOf(sheet, rest, 'TD');
      const anchor = table.anchors?.[index];
      while (Math.max(heightOf(rest, size), least) > sheet.room) {
        const fits = Math.floor((sheet.room - padY * 2) / (size * leading));
        const tallerThanPage = heightOf(rest, size) > sheet.bottom - sheet.top - headerHeight;
        if (tallerThanPage && fits > 0) {
          const part = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fits) }));
          drawRow(sheet, part, size, heightOf(part, size), elements, pen);
          rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(fits) }));
        }
        ruleRows();
        sheet.turn();
        drawHeader();
      }
      if (anchor !== undefined) sheet.anchor(anchor);
      const top = sheet.y;
      drawRow(sheet, rest, size, Math.max(heightOf(rest, size), least), elements, pen);
      if (table.isGrid === true) drawUprights(sheet, rest, top);
      // A link gets its annotation at the end, when all places are known.
      if (rest.every(({ to }) => to === undefined)) sheet.settle(elements.line);
      rules.push(sheet.y);
    }
    ruleRows();
    sheet.rule('quiet');
  });
  sheet.y += 8;
}

const smallestHeader = 5.5;

/** The size at which no word of the header is torn by its column. */
function headerSizeOf(sheet: Sheet, { headers, columns }: Table, size: number): number {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const fits = (at: number) =>
    headers.every((header, index) => {
      const room = (sheet.width * (columns[index]?.share ?? 0)) / shares - padX * 2;
      const words = header.split(/[\s\p{Script=Han}，。；：（）]+/u).filter((word) => word !== '');
      return words.every((word) => (typeset(word, sheet.bold, at, sheet.width)[0]?.width ?? 0) <= room);
    });
  let smaller = size;
  while (smaller > smallestHeader && !fits(smaller)) smaller -= 0.5;
  return Math.max(smaller, smallestHeader);
}

interface RowElements {
  readonly line: Element;
  readonly cells: readonly Element[];
}

function elementsOf(sheet: Sheet, row: readonly SetCell[], type: 'TH' | 'TD'): RowElements {
  const line = sheet.child('TR');
  const attributes = type === 'TH' ? '/A<</O/Table/Scope/Column>>' : '';
  return { line, cells: row.map(() => sheet.child(type, line, attributes)) };
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
  const { align = 'left', isProse = false } = column;
  if (cell === 'blank' && !isHeader) return { x, width, align, tone: 'ink', lines: [] };
  if (typeof cell === 'object' && 'mark' in cell) {
    const lines = typeset(cell.says, sheet.regular, size, width - padX * 2);
    return { x, width, align: 'center', tone: 'ink', lines, mark: cell.mark };
  }
  const it = typeof cell === 'object' ? cell : { text: cell ?? '' };
  const { text, bold = isHeader, tone = 'ink', to } = it;
  const face = bold ? sheet.bold : isProse ? sheet.body : sheet.regular;
  const lines = typeset(text, face, size, width - padX * 2);
  if (lines.length === 0) throw new Error('a cell of a table is empty');
  return { x, width, align, tone: to === undefined ? tone : 'accent', lines, ...(to === undefined ? {} : { to }) };
}

function heightOf(row: readonly SetCell[], size: number): number {
  return Math.max(1, ...row.map((cell) => cell.lines.length)) * size * leading + padY * 2;
}

/** Without elements the row is decoration: a header that stands again says nothing new. */
function drawRow(
  sheet: Sheet,
  row: readonly SetCell[],
  size: number,
  height: number,
  elements: RowElements | undefined,
  pen: Pen,
): void {
  for (const [index, cell] of row.entries()) {
    const operators = cellInk(cell, sheet.y, size, pen);
    const element = elements?.cells[index];
    if (element === undefined) sheet.paint(operators);
    else if (cell.to === undefined) sheet.say(operators, element);
    else {
      const box = [cell.x, sheet.y, cell.x + cell.width, sheet.y + height] as const;
      sheet.link(cell.to, box, (link) => sheet.say(operators, link), element);
    }
  }
  sheet.y += height;
}

/** One string of operators for the whole cell: ten thousand rows are a matter of a second. */
function cellInk({ x, width, align, tone, lines, mark }: SetCell, top: number, size: number, pen: Pen): string {
  const leadingPoints = size * leading;
  const y = top + padY + baseline(size, leadingPoints);
  const xs = lines.map((line) => {
    const slack = width - padX * 2 - line.width;
    return x + padX + (align === 'right' ? slack : align === 'center' ? slack / 2 : 0);
  });
  if (mark === undefined) return linesInk(lines, xs, y, { size, tone, leading: leadingPoints }, pen);
  // A sign has colours of its own.
  pen.tone = undefined;
  pen.font = undefined;
  const words = lines.map((line, index) =>
    textInk(line, xs[index] ?? x, y + index * leadingPoints, { size, tone, unseen: true }),
  );
  return markInk(mark, x + width / 2, top + padY + leadingPoints / 2, size) + words.join('');
}

function drawUprights(sheet: Sheet, row: readonly SetCell[], top: number): void {
  for (const x of [...row.map((cell) => cell.x), sheet.right]) {
    sheet.paint(
      strokeInk(
        [
          [x, top],
          [x, sheet.y],
        ],
        'quiet',
      ),
    );
  }
}
