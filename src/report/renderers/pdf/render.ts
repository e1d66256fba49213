import type { AttachedFile } from '../../attachment/index.ts';
import type { Drawing } from '../../drawing.ts';
import { drawingKey } from '../../drawing-key.ts';
import { fontHashes } from '../../font-hashes.ts';
import { Face } from './face.ts';
import { fontFile } from './font-file.ts';
import { attachFiles } from './pdfkit/attach-files.ts';
import { ObjectName, objectNumber } from './pdfkit/object-name.ts';
import { packFile } from './pdfkit/packed-file.ts';
import { structureRoot } from './pdfkit/structure-root.ts';
import { writeMetadata } from './pdfkit/write-metadata.ts';
import { placeLinks } from './place-links.ts';
import { Sheet } from './sheet.ts';
import type { Element } from './struct-tree.ts';
import { Typeface } from './typeface.ts';

/**
 * How a file is built: `tagged` (PDF 1.7, prepared for PDF/A-2a), `plain` (without logical structure, prepared for
 * PDF/A-2b: the smaller and quicker form), or `twin` (PDF 1.4, prepared for PDF/A-1b: the same drawing, for validators
 * that know no more).
 */
export type FileKind = 'tagged' | 'plain' | 'twin';

/** What a document says of itself; nothing of the machine that made it. */
export interface DocumentParticulars {
  readonly title: string;
  readonly language: 'zh' | 'en';
  /** Of the record, not of the printing: the same record gives the same bytes. */
  readonly createdAt: Date;
  readonly creator: string;
  /** Paints head and foot of a page, when their number is known. */
  readonly paintFrame: (sheet: Sheet, number: number, of: number) => void;
  readonly kind?: FileKind;
  /** A font file of the user's own for running text; it must be licensed for embedding. */
  readonly bodyFont?: string;
  /** Kept in the file, with the fonts in use, so that the same pages can be drawn again. */
  readonly drawing?: Omit<Drawing, 'fonts'>;
  /** Files to put in, each with a sentence that says what it is; the file is then prepared for PDF/A-3. */
  readonly attached?: readonly { readonly file: AttachedFile; readonly says: string }[];
}

const kinds = {
  tagged: { pdfVersion: '1.7', packs: true, tagged: true, subset: 'PDF/A-2a', withFiles: 'PDF/A-3a' },
  plain: { pdfVersion: '1.7', packs: true, tagged: false, subset: 'PDF/A-2b', withFiles: 'PDF/A-3b' },
  // PDF/A-1 knows no files.
  twin: { pdfVersion: '1.4', packs: false, tagged: true, subset: 'PDF/A-1b', withFiles: undefined },
} as const;

/** Draws a document and gives its bytes. pdfkit and the QR encoder are loaded here and nowhere else. */
export async function renderPdf(particulars: DocumentParticulars, draw: (sheet: Sheet) => void): Promise<Uint8Array> {
  const [{ default: PDFDocument }, { default: qrcode }] = await Promise.all([import('pdfkit'), import('qrcode')]);
  const { title, creator, createdAt, paintFrame, kind = 'tagged', bodyFont, attached = [] } = particulars;
  const { pdfVersion, packs, tagged, withFiles } = kinds[kind];
  const subset = attached.length === 0 ? kinds[kind].subset : withFiles;
  if (subset === undefined) throw new Error(`a file of the kind ${kind} cannot carry others`);
  const lang = particulars.language === 'zh' ? 'zh-CN' : 'en';
  const document = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    compress: false,
    size: 'A4',
    margin: 0,
    // An empty name: pdfkit would otherwise embed Helvetica.
    font: '',
    pdfVersion,
    subset,
    tagged,
    lang,
    displayTitle: true,
    info: {
      // A key of our own beside those that pdfkit names.
      ...drawingEntry(particulars),
      Title: title,
      Creator: creator,
      Producer: creator,
      CreationDate: createdAt,
    },
  });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.once('end', resolve).once('error', reject));
  const file = packFile(document, { packs });
  writeMetadata(document, { title, language: lang, creator, createdAt });
  const { faces, typefaces } = openFaces(document, bodyFont);
  const sheet = new Sheet(document, file, {
    ...typefaces,
    tagged,
    encodeQr: (payload) => {
      const { size, data } = qrcode.create(payload, { errorCorrectionLevel: 'M' }).modules;
      return Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (_, column) => data[row * size + column] === 1),
      );
    },
  });
  try {
    draw(sheet);
    sheet.end();
    const pages: PDFKit.PDFPage[] = [];
    sheet.onEachPage((number, of, page) => {
      paintFrame(sheet, number, of);
      for (const face of faces) face.useOn(page);
      pages.push(page);
    });
    const annotated = placeLinks(document, sheet, pages);
    attachFiles(document, attached, createdAt);
    if (tagged) writeStructure(document, sheet, pages, annotated);
    document.end();
    await ended;
  } finally {
    for (const face of faces) face.close();
  }
  return Buffer.concat(chunks);
}

/** Fills the root of the logical structure that pdfkit made, and tells each page its key in it. */
function writeStructure(
  document: PDFKit.PDFDocument,
  { tree }: Sheet,
  pages: readonly PDFKit.PDFPage[],
  annotated: readonly Element[],
): void {
  const root = structureRoot(document);
  const { top, parentTree, nextKey } = tree.write(
    root.id,
    pages.map(({ dictionary }) => objectNumber(dictionary)),
    annotated,
  );
  Object.assign(root.data, {
    K: [new ObjectName(top)],
    ParentTree: new ObjectName(parentTree),
    ParentTreeNextKey: nextKey,
  });
  for (const [index, page] of pages.entries()) Object.assign(page.dictionary.data, { StructParents: index });
}

function openFaces(document: PDFKit.PDFDocument, bodyFont: string | undefined) {
  const sans = new Face(document, fontFile('sans'));
  const sansBold = new Face(document, fontFile('sansBold'));
  const serif = new Face(document, fontFile('serif'));
  const own = bodyFont === undefined ? [] : [new Face(document, bodyFont)];
  return {
    faces: [sans, sansBold, serif, ...own],
    typefaces: {
      body: new Typeface([...own, serif, sans]),
      regular: new Typeface([sans, serif]),
      bold: new Typeface([sansBold, sans, serif]),
    },
  };
}

function drawingEntry({ drawing, bodyFont }: DocumentParticulars): Readonly<Record<string, string>> {
  if (drawing === undefined) return {};
  const files = [
    fontFile('sans'),
    fontFile('sansBold'),
    fontFile('serif'),
    ...(bodyFont === undefined ? [] : [bodyFont]),
  ];
  return { [drawingKey]: JSON.stringify({ ...drawing, fonts: fontHashes(files) } satisfies Drawing) };
}
