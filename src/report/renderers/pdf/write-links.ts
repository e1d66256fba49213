import { page, type Sheet } from './sheet.ts';
import type { ObjectNumber, PdfFile } from './writer/pdf-file.ts';
import type { Element } from './writer/struct-tree.ts';

/**
 * Writes the links of all pages: by page, and their elements in the order of their keys in the parent tree. A link to a place
 * that this edition does not have is left as plain text.
 */
export function writeLinks(
  file: PdfFile,
  sheet: Sheet,
  pages: readonly ObjectNumber[],
): { readonly annotations: readonly (readonly ObjectNumber[])[]; readonly annotated: readonly Element[] } {
  const annotated: Element[] = [];
  const annotations = sheet.pages.map(({ links }, index) =>
    links.flatMap(({ to, box, element }) => {
      const target = sheet.anchors.get(to);
      const own = pages[index];
      if (target === undefined || own === undefined) return [];
      const [left, top, right, bottom] = box;
      const rect = [left, page.height - bottom, right, page.height - top].map((it) => it.toFixed(1)).join(' ');
      const key = element.type === 'Span' ? `/StructParent ${pages.length + annotated.length}` : '';
      const object = file.pack(
        `<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[${rect}]/Dest[${pages[target.page] ?? own} 0 R/XYZ null ${(page.height - target.y + 6).toFixed(1)} null]${key}>>`,
      );
      if (element.type === 'Span') {
        element.type = 'Link';
        element.annotation = { object, page: own };
        annotated.push(element);
      }
      return [object];
    }),
  );
  return { annotations, annotated };
}
