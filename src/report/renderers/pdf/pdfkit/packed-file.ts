import { deflated } from './deflated.ts';
import { type Internals, internalsOf } from './internals.ts';

/** Where small objects go that pdfkit need not keep: the logical structure has a hundred thousand of them. */
export interface ObjectSink {
  /** A number for an object that will be written later. */
  reserve(): number;
  /** Writes the body of an object, as PDF syntax. */
  put(number: number, body: string): void;
  /** Writes operators as a stream of a new object at once, and gives its number: nobody need keep the page. */
  stream(operators: string): number;
}

interface Open {
  readonly number: number;
  body?: string;
  stream?: Uint8Array;
}

const objectsPerPack = 400;
/** Bytes: a foot of a page, which a dictionary for its filter would make longer. */
const tooSmall = 160;

/**
 * Hooks into the file that a pdfkit document writes: streams are deflated by a library that gives the same bytes on every
 * machine (pdfkit takes the platform's zlib; it must be made with `compress: false`), and with `packs` objects without a
 * stream go into object streams behind a cross-reference stream, which pdfkit does not know and which makes a tagged file
 * three times smaller.
 */
export function packFile(document: PDFKit.PDFDocument, { packs }: { readonly packs: boolean }): ObjectSink {
  const file = internalsOf(document);
  const write = file._write.bind(document);
  const packed = new Map<number, { readonly pack: number; readonly index: number }>();
  let waiting: { readonly number: number; readonly body: string }[] = [];
  let open: Open | undefined;

  // pdfkit writes an object as: number, body, and for a stream the word and its bytes; then the end.
  file._write = (data) => {
    if (open === undefined) {
      const [, number] = typeof data === 'string' ? (/^(\d+) 0 obj$/.exec(data) ?? []) : [];
      if (number === undefined) write(data);
      else open = { number: Number(number) };
    } else if (open.body === undefined) open.body = String(data);
    else if (data instanceof Uint8Array) open.stream = data;
    else if (data === 'endobj') {
      const done = open;
      open = undefined;
      if (done.stream !== undefined) writeStream(done.number, done.body ?? '', done.stream);
      else put(done.number, done.body ?? '');
    }
  };
  file._finalize = () => {
    flush();
    const at = file._offset;
    if (packs) writeCrossReference(file, packed, write);
    else writeTable(file, write);
    write(`startxref\n${at}\n%%EOF`);
    file.push(null);
  };
  return { reserve, put, stream };

  function stream(operators: string): number {
    const number = reserve();
    file._offsets[number - 1] = file._offset;
    writeStream(number, '<<\n>>', Buffer.from(operators, 'latin1'));
    return number;
  }

  function reserve(): number {
    return file._offsets.push(null);
  }

  function put(number: number, body: string): void {
    if (!packs) {
      file._offsets[number - 1] = file._offset;
      write(`${number} 0 obj\n${body}\nendobj`);
      return;
    }
    waiting.push({ number, body });
    if (waiting.length === objectsPerPack) flush();
  }

  function flush(): void {
    if (waiting.length === 0) return;
    const these = waiting;
    waiting = [];
    const pack = reserve();
    let head = '';
    let bodies = '';
    for (const [index, { number, body }] of these.entries()) {
      packed.set(number, { pack, index });
      head += `${number} ${bodies.length} `;
      bodies += `${body}\n`;
    }
    const content = Buffer.from(`${head}\n${bodies}`, 'latin1');
    file._offsets[pack - 1] = file._offset;
    writeStream(pack, `<<\n/Type /ObjStm\n/N ${these.length}\n/First ${head.length + 1}\n>>`, content);
  }

  function writeStream(number: number, body: string, content: Uint8Array): void {
    // Metadata must be readable without a decoder; what came compressed stays as it is.
    const isPlain = content.length < tooSmall || /\/Filter\b|\/Type \/Metadata\b/.test(body);
    const bytes = isPlain ? content : deflated(content);
    const inner = body.slice(2, body.lastIndexOf('>>')).replace(/\/Length \d+\n?/g, '');
    write(`${number} 0 obj\n<<${inner}/Length ${bytes.length}${isPlain ? '' : '\n/Filter /FlateDecode'}\n>>\nstream`);
    write(bytes);
    write('\nendstream\nendobj');
  }
}

function trailerOf({ _root, _info, _id, _offsets }: Internals): string {
  const id = Buffer.from(_id).toString('hex');
  return `/Size ${_offsets.length + 1}/Root ${_root.id} 0 R/Info ${_info.id} 0 R/ID[<${id}><${id}>]`;
}

function writeTable(file: Internals, write: Internals['_write']): void {
  const rows = file._offsets.map((offset) => `${String(writtenAt(offset)).padStart(10, '0')} 00000 n \n`);
  const count = file._offsets.length + 1;
  write(`xref\n0 ${count}\n0000000000 65535 f \n${rows.join('')}trailer\n<<${trailerOf(file)}>>`);
}

const width = 7;

/** Rows of 1 + 4 + 2 bytes, each as its difference to the row before: packed objects then cost next to nothing. */
function writeCrossReference(
  file: Internals,
  packed: ReadonlyMap<number, { readonly pack: number; readonly index: number }>,
  write: Internals['_write'],
): void {
  const number = file._offsets.push(file._offset);
  const rows = Buffer.alloc((file._offsets.length + 1) * (width + 1));
  const row = Buffer.alloc(width);
  const before = Buffer.alloc(width);
  row.writeUInt16BE(65_535, 5);
  setRow(0);
  for (const [index, offset] of file._offsets.entries()) {
    const place = packed.get(index + 1);
    row.writeUInt8(place === undefined ? 1 : 2, 0);
    row.writeUInt32BE(place?.pack ?? writtenAt(offset), 1);
    row.writeUInt16BE(place?.index ?? 0, 5);
    setRow(index + 1);
  }
  const bytes = deflated(rows);
  write(
    `${number} 0 obj\n<</Type/XRef/W[1 4 2]${trailerOf(file)}/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${width}>>/Length ${bytes.length}>>\nstream`,
  );
  write(bytes);
  write('\nendstream\nendobj');

  function setRow(index: number): void {
    const at = index * (width + 1);
    rows[at] = 2;
    for (let byte = 0; byte < width; byte += 1) {
      rows[at + 1 + byte] = ((row[byte] ?? 0) - (before[byte] ?? 0)) & 255;
    }
    row.copy(before);
  }
}

function writtenAt(offset: number | null): number {
  if (offset === null) throw new Error('an object of the PDF was reserved and never written');
  return offset;
}
