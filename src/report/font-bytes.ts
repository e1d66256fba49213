import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What a composite glyph says of each of its parts, by the bits of the part's flags (OpenType, table glyf). */
const argumentsAreWords = 0x0001;
const hasScale = 0x0008;
const morePartsFollow = 0x0020;
const hasTwoScales = 0x0040;
const hasMatrix = 0x0080;

/** The first four bytes of a file with TrueType outlines (`true` is Apple's) and with PostScript outlines. */
const kinds = [0x00010000, 0x74727565, 0x4f54544f];

interface Table {
  readonly at: number;
  readonly length: number;
}

/** Where the outlines stand, and the table that says where each begins. */
interface Outlines {
  readonly at: number;
  readonly places: Table;
  readonly hasLongPlaces: boolean;
}

/**
 * A font file as one buffer of its size, in which outlines stand only where {@link need} was called for their glyph; the rest of
 * them is zeros that take no memory. Outlines are more than nine tenths of a Chinese font, and a report writes with a few
 * hundred of its thirty thousand glyphs. A file that is no TrueType font is read whole.
 */
export class FontBytes {
  readonly bytes: Buffer;
  readonly #descriptor: number;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #outlines: Outlines | undefined;
  readonly #read = new Set<number>();
  #isClosed = false;

  /** @throws when the file cannot be read. */
  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
    this.bytes = Buffer.alloc(fstatSync(this.#descriptor).size);
    try {
      this.#fill(0, Math.min(this.bytes.length, 12));
      this.#tables = this.#readDirectory();
      this.#outlines = this.#readAllButOutlines();
      // Whoever opens a font asks for the glyph of a missing character.
      this.need(0);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Reads the outline of a glyph and of the parts that it is composed of. */
  need(glyph: number): void {
    const outline = this.#outlineOf(glyph);
    if (outline === undefined || this.#read.has(glyph)) return;
    this.#read.add(glyph);
    this.#fill(outline.at, outline.length);
    if (outline.length > 0 && this.bytes.readInt16BE(outline.at) < 0)
      for (const part of this.#partsOf(outline)) this.need(part);
  }

  /** Advance of a glyph in units of the font (OpenType, tables hhea and hmtx); undefined in a file of another kind. */
  advance(glyph: number): number | undefined {
    const [head, widths] = ['hhea', 'hmtx'].map((name) => this.#tables.get(name));
    if (head === undefined || widths === undefined) return undefined;
    // Glyphs beyond the last entry are as wide as that.
    const last = this.bytes.readUInt16BE(head.at + 34) - 1;
    return this.bytes.readUInt16BE(widths.at + Math.min(glyph, last) * 4);
  }

  /** Safe to call twice. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    closeSync(this.#descriptor);
  }

  #readAllButOutlines(): Outlines | undefined {
    const [head, places, outlines] = ['head', 'loca', 'glyf'].map((name) => this.#tables.get(name));
    if (head === undefined || places === undefined || outlines === undefined) {
      this.#fill(0, this.bytes.length);
      return undefined;
    }
    for (const [name, { at, length }] of this.#tables)
      if (at + length > this.bytes.length) throw new Error(`the font file ends before its table ${name} does`);
    for (const [name, { at, length }] of this.#tables) if (name !== 'glyf') this.#fill(at, length);
    return { at: outlines.at, places, hasLongPlaces: this.bytes.readInt16BE(head.at + 50) === 1 };
  }

  /** The directory of a font of its own; none for a file of another kind. */
  #readDirectory(): ReadonlyMap<string, Table> {
    const { bytes } = this;
    if (bytes.length < 12 || !kinds.includes(bytes.readUInt32BE(0))) return new Map();
    const count = bytes.readUInt16BE(4);
    if (bytes.length < 12 + 16 * count) return new Map();
    this.#fill(12, 16 * count);
    return new Map(
      Array.from({ length: count }, (_, index) => {
        const entry = 12 + 16 * index;
        const name = bytes.toString('latin1', entry, entry + 4);
        return [name, { at: bytes.readUInt32BE(entry + 8), length: bytes.readUInt32BE(entry + 12) }] as const;
      }),
    );
  }

  #outlineOf(glyph: number): Table | undefined {
    if (this.#outlines === undefined) return undefined;
    const { at, places, hasLongPlaces } = this.#outlines;
    const [size, unit] = hasLongPlaces ? [4, 1] : [2, 2];
    if ((glyph + 2) * size > places.length) return undefined;
    const from = this.bytes.readUIntBE(places.at + glyph * size, size) * unit;
    const to = this.bytes.readUIntBE(places.at + (glyph + 1) * size, size) * unit;
    return { at: at + from, length: to - from };
  }

  #partsOf({ at, length }: Table): readonly number[] {
    const parts: number[] = [];
    let next = at + 10;
    for (let more = true; more && next + 4 <= at + length; ) {
      const flags = this.bytes.readUInt16BE(next);
      parts.push(this.bytes.readUInt16BE(next + 2));
      const scale = flags & hasScale ? 2 : flags & hasTwoScales ? 4 : flags & hasMatrix ? 8 : 0;
      next += 4 + (flags & argumentsAreWords ? 4 : 2) + scale;
      more = (flags & morePartsFollow) !== 0;
    }
    return parts;
  }

  #fill(at: number, length: number): void {
    for (let done = 0; done < length; ) {
      const read = readSync(this.#descriptor, this.bytes, at + done, length - done, at + done);
      if (read === 0) throw new Error('the font file became shorter while it was read');
      done += read;
    }
  }
}
