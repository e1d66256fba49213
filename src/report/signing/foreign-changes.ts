import {
  isDictionary,
  type PdfDictionary,
  PdfFile,
  type PdfObject,
  PdfReference,
  writeObject,
} from '../pdf-file/index.ts';
import { signatureFields } from './signature-fields.ts';

/**
 * What the revisions behind the first one changed beyond what a signature needs: a page redrawn behind the signature of
 * the inspector, say, before the firm signs. Empty for files that only this tool signed; another program's signature may
 * add parts of its own, which a person should look at.
 */
export function foreignChanges(pdf: Uint8Array): readonly string[] {
  const { revisions } = new PdfFile(pdf);
  return revisions.slice(0, -1).flatMap((revision, index) => {
    const after = new PdfFile(pdf, index);
    const before = new PdfFile(pdf, index + 1);
    const needed = neededBySignatures(after);
    return [...revision.entries.keys()]
      .filter((number) => number !== 0 && number !== tableOf(revision.isStream, after, revision.xref))
      .filter((number) => !needed.has(number) && !isGrown(before, after, number))
      .map((number) => `${revisions.length - 1 - index}: ${number} 0 obj`);
  });
}

/** Objects that make up the form and its signatures. */
function neededBySignatures(file: PdfFile): ReadonlySet<number> {
  const numbers = new Set<number>();
  const form = file.catalog().dictionary.get('AcroForm');
  if (form instanceof PdfReference) numbers.add(form.number);
  for (const { widget, signature } of signatureFields(file)) {
    numbers.add(widget.number).add(signature);
    const appearances = file.resolve(file.dictionary(widget, 'a field').get('AP'));
    const normal = isDictionary(appearances) ? appearances.get('N') : undefined;
    if (normal instanceof PdfReference) numbers.add(normal.number);
  }
  return numbers;
}

/** True where an object differs from its older self only in the entry that a signature has to add to. */
function isGrown(before: PdfFile, after: PdfFile, number: number): boolean {
  const [old, grown] = [before.object(number), after.object(number)];
  if (!isDictionary(old) || !isDictionary(grown)) return false;
  if (number === after.catalog().reference.number) return isSame(old, grown, 'AcroForm');
  if (!after.pages().some((page) => page.number === number)) return false;
  const [less, more] = [before.resolve(old.get('Annots')), after.resolve(grown.get('Annots'))];
  const kept = Array.isArray(less) ? less : [];
  const all = Array.isArray(more) ? more : [];
  const widgets = new Set(signatureFields(after).map(({ widget }) => widget.number));
  return (
    isSame(old, grown, 'Annots') &&
    bytesOf(all.slice(0, kept.length)) === bytesOf(kept) &&
    all.slice(kept.length).every((each) => each instanceof PdfReference && widgets.has(each.number))
  );
}

function isSame(old: PdfDictionary, grown: PdfDictionary, except: string): boolean {
  const without = (dictionary: PdfDictionary) => {
    return bytesOf(new Map([...dictionary].filter(([key]) => key !== except).sort(([a], [b]) => (a < b ? -1 : 1))));
  };
  return without(old) === without(grown);
}

function bytesOf(object: PdfObject): string {
  return Buffer.from(writeObject(object)).toString('latin1');
}

/** The number of the table itself, where it is a stream. */
function tableOf(isStream: boolean, file: PdfFile, xref: number): number | undefined {
  if (!isStream) return undefined;
  const head = Buffer.from(file.bytes.subarray(xref, xref + 20)).toString('latin1');
  return Number(/^(\d+) /.exec(head)?.[1]);
}
