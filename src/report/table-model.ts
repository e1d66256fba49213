/** A table as strings: one header and as many cells in each row; no cell is empty. */
export interface TableModel {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Names for the places of the rows. */
  readonly anchors?: readonly string[];
  /** For each row the place that it leads to. */
  readonly links?: readonly (string | undefined)[];
}

/** A named fact; a value that nobody gave is a blank line to fill in by hand. */
export interface Fact {
  readonly label: string;
  readonly value?: string;
}
