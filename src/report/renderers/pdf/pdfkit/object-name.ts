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

/** The number of an object of pdfkit's. */
export function objectNumber(reference: object): number {
  const number: unknown = Reflect.get(reference, 'id');
  if (typeof number !== 'number') throw new Error('this release of pdfkit numbers its objects in another way');
  return number;
}
