import { type PdfFile, type PdfObject, PdfReference, PdfString } from '../pdf-file/index.ts';

/** Where a signature is shown: a page, and a rectangle on it in points from the lower left corner. */
export interface SignaturePlace {
  readonly page: PdfReference;
  readonly rectangle: readonly [number, number, number, number];
}

const size = { width: 200, height: 54 };

/**
 * The place of the n-th signature, counted from 1: the destination `signature-n` that the report draws beside the line to
 * sign on, else the foot of the last page, side by side.
 */
export function signaturePlace(file: PdfFile, n: number): SignaturePlace {
  const drawn = destination(file, `signature-${n}`);
  if (drawn !== undefined) return drawn;
  const page = file.lastPage();
  if (page === undefined) throw new Error('PDF: no page to sign on');
  const column = (n - 1) % 2;
  const row = Math.floor((n - 1) / 2) % 4;
  const left = 79 + column * (size.width + 24);
  const bottom = 62 + row * (size.height + 6);
  return { page, rectangle: [left, bottom, left + size.width, bottom + size.height] };
}

function destination(file: PdfFile, name: string): SignaturePlace | undefined {
  const names = file.resolve(file.catalog().dictionary.get('Names'));
  if (!(names instanceof Map)) return undefined;
  const found = file.resolve(inTree(file, names.get('Dests'), name));
  const target = found instanceof Map ? file.resolve(found.get('D')) : found;
  if (!Array.isArray(target)) return undefined;
  const [page, , left, top]: readonly (PdfObject | undefined)[] = target;
  if (!(page instanceof PdfReference) || typeof left !== 'number' || typeof top !== 'number') return undefined;
  return { page, rectangle: [left, top - size.height, left + size.width, top] };
}

/** The value of a name in a name tree. */
function inTree(file: PdfFile, node: PdfObject | undefined, name: string, depth = 0): PdfObject | undefined {
  const dictionary = file.resolve(node);
  if (!(dictionary instanceof Map) || depth > 20) return undefined;
  const names = file.resolve(dictionary.get('Names'));
  if (Array.isArray(names)) {
    const at = names.findIndex((each, index) => index % 2 === 0 && each instanceof PdfString && each.text() === name);
    if (at >= 0) return names[at + 1];
  }
  const kids = file.resolve(dictionary.get('Kids'));
  if (!Array.isArray(kids)) return undefined;
  for (const kid of kids) {
    const found = inTree(file, kid, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
