/** A table as strings: one header and as many cells in each row; no cell is empty. */
export interface TableModel {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A named fact; a value that nobody gave is a blank line to fill in by hand. */
export interface Fact {
  readonly label: string;
  readonly value?: string;
}
