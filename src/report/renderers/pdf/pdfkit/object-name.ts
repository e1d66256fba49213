/** The name of an object that was written beside pdfkit's own, to stand in a dictionary of pdfkit's. */
export class ObjectName {
  readonly #number: number;

  constructor(number: number) {
    this.#number = number;
  }

  /** Keeps pdfkit from taking it for a dictionary: it then writes what `toString` gives. */
  get [Symbol.toStringTag](): string {
    return 'ObjectName';
  }

  toString(): string {
    return `${this.#number} 0 R`;
  }
}
