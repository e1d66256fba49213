import { Face } from './face.ts';
import { fontFile } from './font-file.ts';
import { type Frame, paintFrame } from './frame.ts';
import { Sheet } from './sheet.ts';

/** What a document says of itself; nothing of the machine that made it. */
export interface DocumentParticulars {
  readonly title: string;
  readonly language: 'zh' | 'en';
  /** Of the record, not of the printing: the same record gives the same bytes. */
  readonly createdAt: Date;
  readonly creator: string;
  readonly frame: Frame;
}

/** Draws a document and gives its bytes. pdfkit and the QR encoder are loaded here and nowhere else. */
export async function renderPdf(particulars: DocumentParticulars, draw: (sheet: Sheet) => void): Promise<Uint8Array> {
  const [{ default: PDFDocument }, { default: qrcode }] = await Promise.all([import('pdfkit'), import('qrcode')]);
  const document = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    size: 'A4',
    margin: 0,
    // An empty name: pdfkit would otherwise embed Helvetica.
    font: '',
    pdfVersion: '1.7',
    lang: particulars.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      Title: particulars.title,
      Creator: particulars.creator,
      Producer: particulars.creator,
      CreationDate: particulars.createdAt,
    },
  });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.once('end', resolve).once('error', reject));
  const sheet = new Sheet(document, {
    // Faces of their own for each document: fontkit remembers across documents which character a glyph was first used for.
    regular: new Face(document, fontFile('regular')),
    bold: new Face(document, fontFile('bold')),
    encodeQr: (payload) => {
      const { size, data } = qrcode.create(payload, { errorCorrectionLevel: 'M' }).modules;
      return Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (_, column) => data[row * size + column] === 1),
      );
    },
  });
  draw(sheet);
  paintFrame(sheet, particulars.frame);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
