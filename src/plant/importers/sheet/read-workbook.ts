import { type CellValue, readXlsx } from 'hucre/xlsx';
import type { Sheet } from './sheet.ts';

/** Reads every worksheet of a workbook; undefined where the bytes are no workbook. A merged cell stands in all its cells. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[] | undefined> {
  const workbook = await readXlsx(bytes).catch(() => undefined);
  return workbook?.sheets.map(({ name, rows, merges = [] }) => {
    const cells = rows.map((row) => Array.from(row, textOf));
    for (const { startRow, startCol, endRow, endCol } of merges) {
      const value = cells[startRow]?.[startCol] ?? '';
      for (const covered of cells.slice(startRow, endRow + 1)) {
        for (let column = startCol; column <= endCol; column += 1) covered[column] = value;
      }
    }
    return {
      name,
      rows: cells.map((each, index) => ({ row: index + 1, cells: Array.from(each, (cell) => cell ?? '') })),
    };
  });
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString() : String(value).trim();
}
