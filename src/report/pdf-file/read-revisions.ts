import { inflateSync } from 'node:zlib';
import { PdfLexer } from './pdf-lexer.ts';
import { isDictionary, type PdfDictionary } from './pdf-object.ts';
import { XrefStream } from './xref-stream.ts';

/** Where an object stands. */
export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** One save of the file: what it added or replaced. */
export interface Revision {
  readonly trailer: PdfDictionary;
  readonly entries: Pick<ReadonlyMap<number, XrefEntry>, 'get'> & { readonly keys: () => Iterable<number> };
  /** Offset of its table. */
  readonly xref: number;
  readonly isStream: boolean;
  /** First byte behind its end mark. */
  readonly end: number;
}

const most = 100;

/** All revisions, newest first, along the chain of tables (ISO 32000-1 §7.5). A chain that loops or breaks throws. */
export function readRevisions(bytes: Uint8Array): readonly Revision[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const revisions: Revision[] = [];
  const mark = buffer.lastIndexOf('startxref');
  if (mark < 0) throw new Error('PDF: no startxref');
  let at = new PdfLexer(bytes, mark + 'startxref'.length).object();
  while (typeof at === 'number') {
    if (revisions.some((revision) => revision.xref === at) || revisions.length >= most) {
      throw new Error('PDF: its tables do not end');
    }
    const revision = readRevision(buffer, at);
    revisions.push(revision);
    at = revision.trailer.get('Prev') ?? null;
  }
  return revisions;
}

function readRevision(bytes: Buffer, at: number): Revision {
  const end = endOf(bytes, at);
  const isTable = bytes.subarray(at, at + 4).toString('latin1') === 'xref';
  return { ...(isTable ? readTable(bytes, at) : readStream(bytes, at)), xref: at, isStream: !isTable, end };
}

/** Behind the end mark that follows a table, with its line end. */
function endOf(bytes: Buffer, xref: number): number {
  const mark = bytes.indexOf('%%EOF', xref);
  if (mark < 0) throw new Error('PDF: no end mark');
  let end = mark + '%%EOF'.length;
  if (bytes[end] === 13) end += 1;
  if (bytes[end] === 10) end += 1;
  return end;
}

function readTable(bytes: Buffer, at: number): Pick<Revision, 'trailer' | 'entries'> {
  const lexer = new PdfLexer(bytes, at + 'xref'.length);
  const entries = new Map<number, XrefEntry>();
  for (;;) {
    const start = lexer.token();
    if (typeof start !== 'number') break;
    const count = lexer.object();
    if (typeof count !== 'number') throw lexer.error('a count');
    for (let index = 0; index < count; index += 1) {
      const offset = lexer.object();
      lexer.object();
      const kind = lexer.token();
      if (typeof offset !== 'number' || typeof kind !== 'object' || kind === null || !('keyword' in kind)) {
        throw lexer.error('an entry of the table');
      }
      entries.set(start + index, kind.keyword === 'n' ? { kind: 'at', offset } : { kind: 'free' });
    }
  }
  const trailer = lexer.object();
  if (!isDictionary(trailer)) throw lexer.error('a trailer');
  return { trailer, entries };
}

function readStream(bytes: Buffer, at: number): Pick<Revision, 'trailer' | 'entries'> {
  const lexer = new PdfLexer(bytes, at);
  lexer.object();
  lexer.object();
  lexer.expect('obj');
  const trailer = lexer.object();
  if (!isDictionary(trailer)) throw lexer.error('a table of references');
  const length = trailer.get('Length');
  if (typeof length !== 'number') throw lexer.error('the length of the table');
  let start = bytes.indexOf('stream', lexer.at) + 'stream'.length;
  start += bytes[start] === 13 ? 2 : 1;
  const raw = bytes.subarray(start, start + length);
  const plain = trailer.has('Filter') ? inflateSync(raw) : raw;
  const widths = numbersOf(trailer.get('W'), lexer);
  const size = trailer.get('Size');
  const sections = trailer.has('Index') ? numbersOf(trailer.get('Index'), lexer) : [0, Number(size)];
  const rows = withoutPredictor(
    plain,
    trailer,
    widths.reduce((sum, width) => sum + width, 0),
  );
  return { trailer, entries: new XrefStream(rows, widths, sections) };
}

/** Undoes the PNG predictor "up" that most writers put on such tables. */
function withoutPredictor(bytes: Buffer, dictionary: PdfDictionary, width: number): Buffer {
  const parameters = dictionary.get('DecodeParms');
  const predictor = isDictionary(parameters) ? parameters.get('Predictor') : undefined;
  if (predictor === undefined || predictor === 1) return bytes;
  const rows = Math.floor(bytes.length / (width + 1));
  const plain = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (width + 1)];
    if (filter !== 0 && filter !== 2) throw new Error('PDF: a predictor that is not known');
    for (let column = 0; column < width; column += 1) {
      const above = filter === 2 && row > 0 ? (plain[(row - 1) * width + column] ?? 0) : 0;
      plain[row * width + column] = ((bytes[row * (width + 1) + 1 + column] ?? 0) + above) & 0xff;
    }
  }
  return plain;
}

function numbersOf(object: unknown, lexer: PdfLexer): readonly number[] {
  if (!Array.isArray(object) || !object.every((it) => typeof it === 'number')) throw lexer.error('an array of numbers');
  return object;
}
