import { page as paper, type Sheet } from './sheet.ts';
import type { Element } from './struct-tree.ts';

/**
 * Puts the links onto their pages and gives their elements in the order of their keys in the parent tree. A link to a place
 * that this edition does not have is left as plain text.
 */
export function placeLinks(
  document: PDFKit.PDFDocument,
  { links, anchors }: Sheet,
  pages: readonly PDFKit.PDFPage[],
): readonly Element[] {
  const annotated: Element[] = [];
  for (const { page, to, box, element } of links) {
    const target = anchors.get(to);
    const [own, aim] = [pages[page], target === undefined ? undefined : pages[target.page]];
    if (target === undefined || own === undefined || aim === undefined) continue;
    const [left, top, right, bottom] = box;
    const annotation = document.ref({
      Type: 'Annot',
      Subtype: 'Link',
      F: 4,
      Border: [0, 0, 0],
      Rect: [left, paper.height - bottom, right, paper.height - top],
      Dest: [aim.dictionary, 'XYZ', null, paper.height - target.y + 6, null],
      ...(element.type === 'Span' ? { StructParent: pages.length + annotated.length } : {}),
    });
    own.annotations.push(annotation);
    annotation.end('');
    if (element.type !== 'Span') continue;
    element.type = 'Link';
    element.annotation = {
      object: Number(Reflect.get(annotation, 'id')),
      page: Number(Reflect.get(own.dictionary, 'id')),
    };
    annotated.push(element);
  }
  return annotated;
}
