/** A block of a program as its export holds it: enough to tell whether two exports do the same. */
export interface ImportedBlock {
  readonly name: string;
  /** program, functionBlock, function. */
  readonly kind: string;
  /** What it does, line by line: the text of a textual language, the elements of a diagram without their places. */
  readonly lines: readonly string[];
}
