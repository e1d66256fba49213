import { Face } from './face.ts';
import { fontFile } from './font-file.ts';
import { type Frame, paintFrame } from './frame.ts';
import { page, Sheet } from './sheet.ts';
import { Typeface } from './typeface.ts';
import { writeLinks } from './write-links.ts';
import { writeOutline } from './write-outline.ts';
import { srgbProfile } from './writer/icc-profile.ts';
import { PdfFile } from './writer/pdf-file.ts';
import { dateString, textString } from './writer/pdf-text.ts';
import { xmpPacket } from './writer/xmp.ts';

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
  readonly frame: Frame;
  readonly kind?: FileKind;
  /** A font file of the user's own for running text; it must be licensed for embedding. */
  readonly bodyFont?: string;
}

const kinds = {
  tagged: { format: { version: '1.7', packs: true }, tagged: true, archival: { part: 2, level: 'A' } },
  plain: { format: { version: '1.7', packs: true }, tagged: false, archival: { part: 2, level: 'B' } },
  twin: { format: { version: '1.4', packs: false }, tagged: true, archival: { part: 1, level: 'B' } },
} as const;

/** Draws a document and gives its bytes. fontkit and the QR encoder are loaded here and nowhere else. */
export async function renderPdf(particulars: DocumentParticulars, draw: (sheet: Sheet) => void): Promise<Uint8Array> {
  const { default: qrcode } = await import('qrcode');
  const { format, tagged } = kinds[particulars.kind ?? 'tagged'];
  const file = new PdfFile(format);
  const { faces, typefaces } = openFaces(particulars.bodyFont);
  const sheet = new Sheet(file, {
    ...typefaces,
    tagged,
    encodeQr: (payload) => {
      const { size, data } = qrcode.create(payload, { errorCorrectionLevel: 'M' }).modules;
      return Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (_, column) => data[row * size + column] === 1),
      );
    },
  });
  draw(sheet);
  sheet.end();
  return assemble(file, sheet, faces, particulars);
}

function openFaces(bodyFont: string | undefined) {
  const sans = new Face('F1', fontFile('sans'));
  const sansBold = new Face('F2', fontFile('sansBold'));
  const serif = new Face('F3', fontFile('serif'));
  const own = bodyFont === undefined ? [] : [new Face('F4', bodyFont)];
  return {
    faces: [sans, sansBold, serif, ...own],
    typefaces: {
      body: new Typeface([...own, serif, sans]),
      regular: new Typeface([sans, serif]),
      bold: new Typeface([sansBold, sans, serif]),
    },
  };
}

function assemble(
  file: PdfFile,
  sheet: Sheet,
  faces: readonly Face[],
  { title, language, createdAt, creator, frame, kind = 'tagged' }: DocumentParticulars,
): Uint8Array {
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  const { tagged, archival } = kinds[kind];
  const pages = sheet.pages.map(() => file.reserve());
  const tree = file.reserve();
  const resources = file.reserve();
  const { annotations, annotated } = writeLinks(file, sheet, pages);
  for (const [index, number] of pages.entries()) {
    const written = sheet.pages[index];
    if (written === undefined) throw new Error('a page was lost');
    const around = file.stream(sheet.apart(() => paintFrame(sheet, frame, index + 1, pages.length)));
    const own = annotations[index] ?? [];
    file.put(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${page.width.toFixed(2)} ${page.height.toFixed(2)}]/Resources ${resources} 0 R/Contents[${written.content} 0 R ${around} 0 R]${own.length === 0 ? '' : `/Annots[${own.map((it) => `${it} 0 R`).join(' ')}]`}${tagged ? `/StructParents ${index}/Tabs/S` : ''}>>`,
      number,
    );
  }
  file.put(`<</Type/Pages/Kids[${pages.map((it) => `${it} 0 R`).join(' ')}]/Count ${pages.length}>>`, tree);
  const fonts = faces.flatMap((face) => {
    const number = face.write(file);
    return number === undefined ? [] : [`/${face.id} ${number} 0 R`];
  });
  file.put(`<</Font<<${fonts.join('')}>>>>`, resources);
  const structure = tagged
    ? `/MarkInfo<</Marked true>>/StructTreeRoot ${sheet.tree.write(file, pages, annotated)} 0 R`
    : '';
  const outline = writeOutline(file, sheet.outlines, pages);
  const profile = file.stream(srgbProfile(), '/N 3');
  const intent = file.pack(
    `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ${profile} 0 R>>`,
  );
  const packet = xmpPacket({ title, language: lang, creator, createdAt, archival });
  const metadata = file.stream(packet, '/Type/Metadata/Subtype/XML', { plain: true });
  const root = file.put(
    `<</Type/Catalog/Pages ${tree} 0 R/Lang(${lang})/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadata} 0 R/OutputIntents[${intent} 0 R]${outline === undefined ? '' : `/Outlines ${outline} 0 R/PageMode/UseOutlines`}${structure}>>`,
  );
  const date = dateString(createdAt);
  const info = file.put(
    `<</Title${textString(title)}/Creator${textString(creator)}/Producer${textString(creator)}/CreationDate${date}/ModDate${date}>>`,
  );
  return file.finish(root, info);
}
