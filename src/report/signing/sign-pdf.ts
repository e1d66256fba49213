import { deflateSync } from 'node:zlib';
import {
  appendRevision,
  freeNumber,
  isDictionary,
  type NumberedObject,
  type PdfDictionary,
  PdfFile,
  PdfName,
  type PdfObject,
  PdfRaw,
  PdfReference,
  PdfStream,
  PdfString,
  referenceTo,
} from '../pdf-file/index.ts';
import { holderOf } from './distinguished-name.ts';
import { type OutlineFont, outlineText } from './outline-text.ts';
import { signDetached } from './sign-detached.ts';
import { signatureFields } from './signature-fields.ts';
import { signaturePlace } from './signature-place.ts';
import type { SigningIdentity } from './signing-identity.ts';

/** What a signature says beside who signs. */
export interface SignatureStatement {
  /** As the signer's clock had it: a claim, not a proof. */
  readonly claimedAt: Date;
  readonly reason: string;
  /** Lines that are shown, the first one larger. */
  readonly lines: readonly string[];
}

/** Room for the signature: certificates of a chain of three fit in. */
const roomBytes = 16_384;

/**
 * The file with one more signature behind it: a new revision, so that earlier signatures and every byte of the report
 * stay as they are. The field is visible, has its own outlines and no font, and carries the print flag that PDF/A asks
 * for. RSA keys give the same bytes for the same statement; EC keys cannot.
 */
export async function signPdf(
  pdf: Uint8Array,
  identity: SigningIdentity,
  statement: SignatureStatement,
  font: OutlineFont,
): Promise<Uint8Array> {
  const file = new PdfFile(pdf);
  const n = signatureFields(file).length + 1;
  const place = signaturePlace(file, n);
  const first = freeNumber(file);
  const [signature, widget, appearance] = [referenceTo(first), referenceTo(first + 1), referenceTo(first + 2)];
  const unsigned = appendRevision(file, [
    { number: first, object: signatureDictionary(identity, statement) },
    { number: first + 1, object: widgetDictionary(n, place, statement, signature, appearance) },
    { number: first + 2, object: appearanceStream(place.rectangle, statement, font) },
    ...onPage(file, place.page, widget),
    ...inForm(file, widget, first + 3),
  ]);
  return fillIn(unsigned, pdf.length, (parts) => signDetached(parts, identity));
}

function signatureDictionary(identity: SigningIdentity, { claimedAt, reason }: SignatureStatement): PdfDictionary {
  return new Map<string, PdfObject>([
    ['Type', new PdfName('Sig')],
    ['Filter', new PdfName('Adobe.PPKLite')],
    ['SubFilter', new PdfName('ETSI.CAdES.detached')],
    ['ByteRange', new PdfRaw(rangeRoom)],
    ['Contents', new PdfRaw(contentsRoom)],
    ['M', PdfString.of(pdfDate(claimedAt))],
    ['Name', PdfString.of(holderOf(identity.certificate))],
    ['Reason', PdfString.of(reason)],
    ['Prop_Build', new Map([['App', new Map([['Name', new PdfName('Tripline')]])]])],
  ]);
}

function widgetDictionary(
  n: number,
  { page, rectangle }: ReturnType<typeof signaturePlace>,
  { lines }: SignatureStatement,
  signature: PdfReference,
  appearance: PdfReference,
): PdfDictionary {
  return new Map<string, PdfObject>([
    ['Type', new PdfName('Annot')],
    ['Subtype', new PdfName('Widget')],
    ['FT', new PdfName('Sig')],
    ['T', PdfString.of(`Signature${n}`)],
    ['TU', PdfString.of(lines.join(' · '))],
    ['V', signature],
    // Printed and locked: PDF/A forbids annotations that do not print.
    ['F', 132],
    ['Rect', [...rectangle]],
    ['P', page],
    ['AP', new Map<string, PdfObject>([['N', appearance]])],
  ]);
}

function appearanceStream(
  [left, bottom, right, top]: ReturnType<typeof signaturePlace>['rectangle'],
  { lines }: SignatureStatement,
  font: OutlineFont,
): PdfStream {
  const [width, height] = [right - left, top - bottom];
  const drawn = lines.slice(0, 4).map((line, index) => {
    const size = index === 0 ? 10 : 7.5;
    return outlineText(font, line, { x: 6, y: height - 14 - index * 12, size, widest: width - 12 });
  });
  const frame = `0.6 w 0.25 G 0.3 0.3 ${width - 0.6} ${height - 0.6} re S`;
  const bytes = deflateSync(Buffer.from(`q ${frame} 0.1 g\n${drawn.join('\n')}\nQ`));
  const dictionary = new Map<string, PdfObject>([
    ['Type', new PdfName('XObject')],
    ['Subtype', new PdfName('Form')],
    ['BBox', [0, 0, width, height]],
    ['Resources', new Map<string, PdfObject>()],
    ['Filter', new PdfName('FlateDecode')],
  ]);
  return new PdfStream(dictionary, bytes);
}

function onPage(file: PdfFile, page: PdfReference, widget: PdfReference): readonly NumberedObject[] {
  const dictionary = file.dictionary(page, 'the page to sign on');
  const annotations = file.resolve(dictionary.get('Annots'));
  const all = [...(Array.isArray(annotations) ? annotations : []), widget];
  return [{ number: page.number, object: new Map(dictionary).set('Annots', all) }];
}

function inForm(file: PdfFile, widget: PdfReference, free: number): readonly NumberedObject[] {
  const { reference, dictionary } = file.catalog();
  const known = dictionary.get('AcroForm');
  const form = file.resolve(known);
  const fields = isDictionary(form) ? file.resolve(form.get('Fields')) : null;
  const grown = new Map<string, PdfObject>(isDictionary(form) ? form : [])
    .set('Fields', [...(Array.isArray(fields) ? fields : []), widget])
    // Signatures exist, and the file may only grow (ISO 32000-1 table 219).
    .set('SigFlags', 3);
  if (known instanceof PdfReference) return [{ number: known.number, object: grown }];
  return [
    { number: free, object: grown },
    { number: reference.number, object: new Map(dictionary).set('AcroForm', referenceTo(free)) },
  ];
}

const rangeRoom = `[0 ${'*'.repeat(10)} ${'*'.repeat(10)} ${'*'.repeat(10)}]`;
const contentsRoom = `<${'0'.repeat(roomBytes * 2)}>`;

/** Signs what stands around the room for the signature and writes it there, into the bytes that it was given. */
async function fillIn(
  unsigned: Uint8Array,
  from: number,
  sign: (parts: readonly Uint8Array[]) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const bytes = Buffer.from(unsigned.buffer, unsigned.byteOffset, unsigned.byteLength);
  const range = bytes.indexOf(rangeRoom, from);
  const open = bytes.indexOf(contentsRoom, range);
  const close = open + contentsRoom.length;
  const numbers = [open, close, bytes.length - close];
  bytes.write(`[0 ${numbers.join(' ')}]`.padEnd(rangeRoom.length), range, 'latin1');
  const cms = await sign([bytes.subarray(0, open), bytes.subarray(close)]);
  if (cms.length > roomBytes) throw new Error(`the signature has ${cms.length} bytes, room is for ${roomBytes}`);
  bytes.write(Buffer.from(cms).toString('hex'), open + 1, 'latin1');
  return bytes;
}

/** `D:20180201100000+08'00'`, in the zone of the plants. */
function pdfDate(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `D:${local.slice(0, 19).replace(/[-T:]/g, '')}+08'00'`;
}
