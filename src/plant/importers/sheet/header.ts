import type { Sheet, SheetRow } from './sheet.ts';

/** A table below its header: what each column means, and the rows with the cells by that meaning, empty ones left out. */
export interface Table<C extends string> {
  readonly header: SheetRow;
  readonly columns: ReadonlyMap<C, number>;
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<C, string> }[];
}

/**
 * Finds the header among the first 40 rows: the first one that names all `needed` columns, by the words of each column in
 * any language, without regard to case, blanks, brackets and what stands in them. Rows that are comments or empty are passed over.
 */
export function tableOf<C extends string>(
  sheet: Sheet,
  words: Readonly<Record<C, readonly string[]>>,
  needed: readonly NoInfer<C>[],
): Table<C> | undefined {
  const meanings = new Map<string, C>();
  for (const column of keysOf(words)) for (const word of words[column]) meanings.set(plain(word), column);
  for (const header of sheet.rows.slice(0, 40)) {
    const columns = new Map<C, number>();
    for (const [index, cell] of header.cells.entries()) {
      const column = meanings.get(plain(cell)) ?? meanings.get(plain(cell.replace(/[(（[].*$/u, '')));
      if (column !== undefined && !columns.has(column)) columns.set(column, index);
    }
    if (!needed.every((column) => columns.has(column))) continue;
    const rows = sheet.rows
      .filter(({ row, cells }) => row > header.row && !isPassedOver(cells))
      .map(({ row, cells }) => ({ row, cells: cellsOf(cells, columns) }));
    return { header, columns, rows };
  }
  return undefined;
}

/** Empty rows, comments (`#`, `//`, 注：, 备注：) and titles merged over the whole width hold no tag. */
function isPassedOver(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [first = ''] = filled;
  if (/^(#|\/\/|注\s*[:：]|备注\s*[:：]|说明\s*[:：])/u.test(first)) return true;
  return filled.length === 0 || (filled.length > 2 && filled.every((cell) => cell === first));
}

function cellsOf<C extends string>(cells: readonly string[], columns: ReadonlyMap<C, number>): ReadonlyMap<C, string> {
  const entries = [...columns].map(([column, index]) => [column, cells[index] ?? ''] as const);
  return new Map(entries.filter(([, cell]) => !/^(|-+|—+|\/|N\/A|无)$/iu.test(cell)));
}

function plain(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_.:*"-]/gu, '');
}

function keysOf<C extends string>(words: Readonly<Record<C, unknown>>): readonly C[] {
  return Object.keys(words).filter((key): key is C => key in words);
}
