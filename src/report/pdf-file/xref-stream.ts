import type { XrefEntry } from './read-revisions.ts';

interface Section {
  readonly start: number;
  readonly count: number;
  /** Number of its first row. */
  readonly row: number;
}

/**
 * The rows of a table of references that is a stream (ISO 32000-1 §7.5.8), read when they are asked for: a report of ten
 * thousand rows has more than a hundred thousand objects, and whoever signs it looks at a few dozen.
 */
export class XrefStream {
  readonly #rows: Buffer;
  readonly #widths: readonly [number, number, number];
  readonly #sections: readonly Section[];

  /** `sections` alternates first object and count, `widths` are the bytes of the three fields. */
  constructor(rows: Buffer, widths: readonly number[], sections: readonly number[]) {
    const [first = 0, second = 0, third = 0] = widths;
    this.#rows = rows;
    this.#widths = [first, second, third];
    const width = first + second + third;
    let left = width === 0 ? 0 : Math.ceil(rows.length / width);
    let row = 0;
    const found: Section[] = [];
    for (let at = 0; at + 1 < sections.length; at += 2) {
      // A table that ends before it says so holds what is there.
      const count = Math.max(0, Math.min(sections[at + 1] ?? 0, left));
      found.push({ start: sections[at] ?? 0, count, row });
      row += count;
      left -= count;
    }
    this.#sections = found;
  }

  /** The entry of object `number`; undefined where the table does not name it. */
  get(number: number): XrefEntry | undefined {
    // Of a number that stands twice the later row counts.
    const section = this.#sections.findLast(({ start, count }) => number >= start && number < start + count);
    return section === undefined ? undefined : this.#entryAt(section.row + number - section.start);
  }

  /** All object numbers of the table. */
  *keys(): Generator<number> {
    for (const { start, count } of this.#sections) for (let index = 0; index < count; index += 1) yield start + index;
  }

  #entryAt(row: number): XrefEntry {
    const [first, second, third] = this.#widths;
    const at = row * (first + second + third);
    const kind = first === 0 ? 1 : this.#field(at, first);
    const [one, two] = [this.#field(at + first, second), this.#field(at + first + second, third)];
    if (kind === 1) return { kind: 'at', offset: one };
    return kind === 2 ? { kind: 'packed', stream: one, index: two } : { kind: 'free' };
  }

  #field(at: number, width: number): number {
    let value = 0;
    for (let index = 0; index < width; index += 1) value = value * 256 + (this.#rows[at + index] ?? 0);
    return value;
  }
}
