/** One row of a table as it was exported: the number that its program shows (from 1), and its cells, trimmed, never undefined inside. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table of a file. A merged cell says its value in every cell that it covers. */
export interface Sheet {
  /** The name of the worksheet; absent for a text file. */
  readonly name?: string;
  readonly rows: readonly SheetRow[];
}

/** The place of a row for a person: `R12`, or `Sheet1!R12` in a workbook. */
export function placeOfRow(sheet: Sheet, row: number): string {
  return sheet.name === undefined ? `R${row}` : `${sheet.name}!R${row}`;
}
