import { CsvError, parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';

/** One row as its program numbers it (from 1), with trimmed cells. `place` also names the worksheet of a workbook. */
export interface TableRow {
  readonly row: number;
  readonly place: string;
  readonly cells: readonly string[];
}

/** The rows of an export, sheet after sheet; undefined where the bytes are no table. */
export async function readTable(bytes: Uint8Array): Promise<readonly (readonly TableRow[])[] | undefined> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return delimited(decoded(bytes));
  const workbook = await readXlsx(bytes).catch(() => undefined);
  return workbook?.sheets.map(({ name, rows }) =>
    rows.map((cells, index) => ({
      row: index + 1,
      place: `${name}!R${index + 1}`,
      cells: Array.from(cells, textOf),
    })),
  );
}

/** UTF-8, UTF-16 with a mark, or else GB 18030, which holds GBK. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function delimited(source: string): readonly (readonly TableRow[])[] | undefined {
  const rows: TableRow[] = [];
  try {
    parse(source, {
      delimiter: delimiterOf(source),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      bom: true,
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ row: lines, place: `R${lines}`, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return undefined;
  }
  return [rows];
}

/** The mark that cuts the most lines: titles say nothing. */
function delimiterOf(source: string): string {
  const lines = source.split(/\r?\n/, 40).filter((line) => line.trim() !== '');
  const cut = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  return [',', '\t', ';'].reduce((best, mark) => (cut(mark) > cut(best) ? mark : best));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  // A date of a workbook has no zone: it is written as the workbook shows it.
  return value instanceof Date ? value.toISOString().replace('T', ' ').replace('Z', '') : String(value).trim();
}
