import { createHash } from 'node:crypto';
import { deflated } from './deflated.ts';

/** Number of an indirect object. */
export type ObjectNumber = number;

/** What a file begins with, and whether small objects may be packed together (from PDF 1.5 on). */
export interface FileFormat {
  readonly version: '1.4' | '1.7';
  readonly packs: boolean;
}

const objectsPerPack = 200;

/**
 * A PDF file as it is written: numbered objects, then a cross-reference. The same objects in the same order give the same
 * bytes on every machine: no clock, no random identifier, a deflate that is not the platform's.
 */
export class PdfFile {
  readonly #format: FileFormat;
  readonly #chunks: Uint8Array[] = [];
  readonly #digest = createHash('sha256');
  /** By object number: offset in the file, or place in a pack; absent = reserved and not written. */
  readonly #places: ({ readonly at: number } | { readonly pack: ObjectNumber; readonly index: number } | undefined)[] =
    [undefined];
  #length = 0;
  #waiting: { readonly number: ObjectNumber; readonly body: string }[] = [];

  constructor(format: FileFormat) {
    this.#format = format;
    this.#write(latin1(`%PDF-${format.version}\n%\u00e2\u00e3\u00cf\u00d3\n`));
  }

  /** A number for an object that will be written later. */
  reserve(): ObjectNumber {
    return this.#places.push(undefined) - 1;
  }

  /** Writes an object that stands by itself in the file. */
  put(body: string, number = this.reserve()): ObjectNumber {
    this.#place(number);
    this.#write(latin1(`${number} 0 obj\n${body}\nendobj\n`));
    return number;
  }

  /** Writes a small object, together with others where the format allows it. */
  pack(body: string, number = this.reserve()): ObjectNumber {
    if (!this.#format.packs) return this.put(body, number);
    this.#waiting.push({ number, body });
    if (this.#waiting.length === objectsPerPack) this.#flush();
    return number;
  }

  /** Writes a stream; `plain` leaves it readable (metadata must be). */
  stream(content: string | Uint8Array, entries = '', { number = this.reserve(), plain = false } = {}): ObjectNumber {
    const raw = typeof content === 'string' ? latin1(content) : content;
    const written = plain ? raw : deflated(raw);
    const filter = plain ? '' : '/Filter/FlateDecode';
    this.#place(number);
    this.#write(latin1(`${number} 0 obj\n<<${entries}${filter}/Length ${written.length}>>\nstream\n`));
    this.#write(written);
    this.#write(latin1('\nendstream\nendobj\n'));
    return number;
  }

  /** Ends the file. An object that was reserved and never written throws: a viewer would show a hole. */
  finish(root: ObjectNumber, info: ObjectNumber): Uint8Array {
    this.#flush();
    const trailer = (id: string) => `/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]`;
    const id = this.#digest.copy().digest('hex').slice(0, 32);
    const start = this.#length;
    if (this.#format.packs) this.#crossReferenceStream(trailer(id));
    else this.#crossReferenceTable(trailer(id));
    this.#write(latin1(`startxref\n${start}\n%%EOF\n`));
    return Buffer.concat(this.#chunks);
  }

  #flush(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    const pack = this.reserve();
    let head = '';
    let bodies = '';
    for (const [index, { number, body }] of waiting.entries()) {
      if (this.#places[number] !== undefined) throw new Error(`object ${number} of the PDF is written twice`);
      this.#places[number] = { pack, index };
      head += `${number} ${bodies.length} `;
      bodies += `${body}\n`;
    }
    this.stream(`${head}\n${bodies}`, `/Type/ObjStm/N ${waiting.length}/First ${head.length + 1}`, { number: pack });
  }

  #place(number: ObjectNumber): void {
    if (this.#places[number] !== undefined) throw new Error(`object ${number} of the PDF is written twice`);
    this.#places[number] = { at: this.#length };
  }

  #crossReferenceTable(trailer: string): void {
    const rows = this.#places.slice(1).map((place, index) => {
      if (place === undefined || !('at' in place)) throw new Error(`object ${index + 1} of the PDF was never written`);
      return `${String(place.at).padStart(10, '0')} 00000 n \n`;
    });
    const count = this.#places.length;
    this.#write(
      latin1(`xref\n0 ${count}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${count}${trailer}>>\n`),
    );
  }

  /** Rows of 1 + 4 + 2 bytes, each written as its difference to the row before: packed objects then cost next to nothing. */
  #crossReferenceStream(trailer: string): void {
    const number = this.reserve();
    this.#place(number);
    const width = 7;
    const rows = Buffer.alloc(this.#places.length * (width + 1));
    const row = Buffer.alloc(width);
    const before = Buffer.alloc(width);
    for (const [index, place] of this.#places.entries()) {
      if (place === undefined && index > 0) throw new Error(`object ${index} of the PDF was never written`);
      row.writeUInt8(place === undefined ? 0 : 'at' in place ? 1 : 2, 0);
      row.writeUInt32BE(place === undefined ? 0 : 'at' in place ? place.at : place.pack, 1);
      row.writeUInt16BE(place === undefined ? 65_535 : 'at' in place ? 0 : place.index, 5);
      const at = index * (width + 1);
      rows[at] = 2;
      for (let byte = 0; byte < width; byte += 1) {
        rows[at + 1 + byte] = ((row[byte] ?? 0) - (before[byte] ?? 0)) & 255;
      }
      row.copy(before);
    }
    const written = deflated(rows);
    const entries = `/Type/XRef/Size ${this.#places.length}/W[1 4 2]${trailer}`;
    const filter = `/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${width}>>/Length ${written.length}`;
    this.#write(latin1(`${number} 0 obj\n<<${entries}${filter}>>\nstream\n`));
    this.#write(written);
    this.#write(latin1('\nendstream\nendobj\n'));
  }

  #write(bytes: Uint8Array): void {
    this.#digest.update(bytes);
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
