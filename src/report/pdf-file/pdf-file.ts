import { inflateSync } from 'node:zlib';
import { PdfLexer } from './pdf-lexer.ts';
import { isDictionary, type PdfDictionary, PdfName, type PdfObject, PdfReference, PdfStream } from './pdf-object.ts';
import { type Revision, readRevisions } from './read-revisions.ts';

/** One PDF, as far as signing and checking need it: objects by number, in the newest revision or in an older one. */
export class PdfFile {
  /** Newest first. */
  readonly revisions: readonly Revision[];
  private readonly unpacked = new Map<number, (index: number) => PdfObject>();

  /** Reads the tables only; a file that is no PDF throws. `upTo` looks at an older revision, 0 is the newest. */
  constructor(
    readonly bytes: Uint8Array,
    upTo = 0,
  ) {
    if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new Error('this is no PDF');
    this.revisions = readRevisions(bytes).slice(upTo);
  }

  get trailer(): PdfDictionary {
    const [newest] = this.revisions;
    if (newest === undefined) throw new Error('a PDF without a trailer');
    return newest.trailer;
  }

  /** The object behind a reference, or the object itself; null where the file holds none. */
  resolve(object: PdfObject | undefined): PdfObject {
    return object instanceof PdfReference ? this.object(object.number) : (object ?? null);
  }

  /** The dictionary behind an object or its stream; throws with `what` where there is none. */
  dictionary(object: PdfObject | undefined, what: string): PdfDictionary {
    const found = this.resolve(object);
    if (found instanceof PdfStream) return found.dictionary;
    if (!isDictionary(found)) throw new Error(`PDF: ${what} is no dictionary`);
    return found;
  }

  /** Object `number` of the newest revision that has it. */
  object(number: number): PdfObject {
    const entry = this.revisions.map((revision) => revision.entries.get(number)).find((it) => it !== undefined);
    if (entry === undefined || entry.kind === 'free') return null;
    return entry.kind === 'at' ? this.objectAt(entry.offset, number) : this.packed(entry.stream)(entry.index);
  }

  /** The catalog and its reference. */
  catalog(): { readonly reference: PdfReference; readonly dictionary: PdfDictionary } {
    const reference = this.trailer.get('Root');
    if (!(reference instanceof PdfReference)) throw new Error('PDF: no catalog');
    return { reference, dictionary: this.dictionary(reference, 'the catalog') };
  }

  /** References of all pages, in order. */
  pages(): readonly PdfReference[] {
    const found: PdfReference[] = [];
    const visited = new Set<number>();
    const visit = (object: PdfObject | undefined): void => {
      if (!(object instanceof PdfReference) || visited.has(object.number)) return;
      visited.add(object.number);
      const node = this.dictionary(object, 'a page');
      const kids = this.resolve(node.get('Kids'));
      if (Array.isArray(kids)) for (const kid of kids) visit(kid);
      else found.push(object);
    };
    visit(this.catalog().dictionary.get('Pages'));
    return found;
  }

  /** The last page, without a look at the others; undefined where the tree has none. */
  lastPage(): PdfReference | undefined {
    let node = this.catalog().dictionary.get('Pages');
    // No tree of pages is deeper; one that loops is.
    for (let depth = 0; depth < 64; depth += 1) {
      if (!(node instanceof PdfReference)) return undefined;
      const kids = this.resolve(this.dictionary(node, 'a page').get('Kids'));
      if (!Array.isArray(kids)) return node;
      if (kids.length === 0) break;
      node = kids.at(-1);
    }
    return this.pages().at(-1);
  }

  /** The bytes of a stream, decoded. Only Flate without a predictor and plain streams are known. */
  decoded(stream: PdfStream): Uint8Array {
    const filter = this.resolve(stream.dictionary.get('Filter'));
    const filters = filter === null ? [] : Array.isArray(filter) ? filter : [filter];
    let { bytes } = stream;
    for (const each of filters) {
      if (!(each instanceof PdfName) || each.name !== 'FlateDecode') throw new Error('PDF: a filter that is not known');
      bytes = inflateSync(bytes);
    }
    return bytes;
  }

  private objectAt(offset: number, number: number): PdfObject {
    const lexer = new PdfLexer(this.bytes, offset);
    if (lexer.object() !== number) throw lexer.error(`object ${number}`);
    lexer.object();
    lexer.expect('obj');
    const object = lexer.object();
    const after = lexer.at;
    const next = lexer.token();
    if (!isDictionary(object) || typeof next !== 'object' || next === null || !('keyword' in next)) return object;
    if (next.keyword !== 'stream') return object;
    const start = streamStart(this.bytes, after);
    const length = this.resolve(object.get('Length'));
    if (typeof length !== 'number' || length < 0) throw lexer.error('the length of a stream');
    return new PdfStream(object, this.bytes.subarray(start, start + length));
  }

  /** The objects of an object stream by their index, each parsed when it is first asked for. */
  private packed(streamNumber: number): (index: number) => PdfObject {
    const known = this.unpacked.get(streamNumber);
    if (known !== undefined) return known;
    const stream = this.object(streamNumber);
    if (!(stream instanceof PdfStream)) throw new Error(`PDF: object ${streamNumber} is no object stream`);
    const count = stream.dictionary.get('N');
    const first = stream.dictionary.get('First');
    if (typeof count !== 'number' || typeof first !== 'number')
      throw new Error('PDF: an object stream without N or First');
    const bytes = this.decoded(stream);
    const lexer = new PdfLexer(bytes);
    const offsets = Array.from({ length: count }, () => {
      lexer.object();
      const offset = lexer.object();
      if (typeof offset !== 'number') throw lexer.error('an offset');
      return first + offset;
    });
    const parsed = new Map<number, PdfObject>();
    const objectOf = (index: number): PdfObject => {
      const [before, offset] = [parsed.get(index), offsets[index]];
      if (before !== undefined || offset === undefined) return before ?? null;
      const object = new PdfLexer(bytes, offset).object();
      parsed.set(index, object);
      return object;
    };
    this.unpacked.set(streamNumber, objectOf);
    return objectOf;
  }
}

/** The first byte behind the line of `stream`. */
function streamStart(bytes: Uint8Array, from: number): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('stream', from) + 'stream'.length;
  return bytes[at] === 13 ? at + 2 : at + 1;
}
