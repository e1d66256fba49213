import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Reads a text table in any of our encodings, cut by comma, semicolon or tab; undefined where its quotes do not close. */
export function readDelimited(bytes: Uint8Array): Sheet | undefined {
  const source = decodeText(bytes);
  const rows: SheetRow[] = [];
  try {
    parse(source, {
      delimiter: delimiterOf(source),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ row: lines, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return undefined;
  }
  return { rows };
}

/** The mark that cuts the most lines, counted over the first ones: a title line says nothing, and OPC UA addresses hold semicolons. */
function delimiterOf(source: string): string {
  const lines = source.split(/\r?\n/, 30).filter((line) => line.trim() !== '');
  const cut = (mark: string) => lines.filter((line) => line.split(mark).length > 2).length;
  return [',', '\t', ';'].reduce((best, mark) => (cut(mark) > cut(best) ? mark : best));
}
