import type { ObjectSink } from './pdfkit/packed-file.ts';
import { textString } from './pdfkit/text-string.ts';

/** What a part of a page is, in the standard types of ISO 32000. */
export type ElementType =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Link'
  | 'Span';

/** One element of the logical structure. */
export interface Element {
  type: ElementType;
  readonly parent: Element | undefined;
  /** Elements, and pieces of pages as page × 2^20 + number of the piece; annotations are added when the file is written. */
  readonly kids: (Element | number)[];
  readonly extra: string;
  annotation?: { readonly object: number; readonly page: number };
}

const piecesPerPage = 2 ** 20;

/** The logical structure of a document: what stands where, in the order of reading. */
export class StructTree {
  readonly root: Element = { type: 'Document', parent: undefined, kids: [], extra: '' };
  /** The owner of each piece of each page. */
  readonly #pieces: Element[][] = [];

  /** A new element at the end of its parent; `alt` says in words what a figure shows. */
  child(
    parent: Element,
    type: ElementType,
    { alt, attributes = '' }: { alt?: string; attributes?: string } = {},
  ): Element {
    const extra = `${alt === undefined ? '' : `/Alt${textString(alt)}`}${attributes}`;
    const element: Element = { type, parent, kids: [], extra };
    parent.kids.push(element);
    return element;
  }

  /** Gives a piece of a page to an element, and the number by which the page names it. */
  piece(page: number, element: Element): number {
    let own = this.#pieces[page];
    if (own === undefined) {
      own = [];
      this.#pieces[page] = own;
    }
    const number = own.push(element) - 1;
    element.kids.push(page * piecesPerPage + number);
    return number;
  }

  /**
   * Writes all elements and gives what the root (an object of that number) has to say of them; `pages` are the objects of the
   * pages, `annotated` the elements of annotations in their order.
   */
  write(
    file: ObjectSink,
    root: number,
    pages: readonly number[],
    annotated: readonly Element[],
  ): { readonly top: number; readonly parentTree: number; readonly nextKey: number } {
    const numbers = new Map<Element, number>();
    const visit = (element: Element) => {
      if (isEmpty(element)) return;
      numbers.set(element, file.reserve());
      for (const kid of element.kids) if (typeof kid === 'object') visit(kid);
    };
    visit(this.root);
    for (const [element, number] of numbers) file.put(number, body(element, numbers, root, pages));
    const reference = (element: Element) => `${numbers.get(element) ?? 0} 0 R`;
    const put = (content: string) => {
      const number = file.reserve();
      file.put(number, content);
      return number;
    };
    const parents = [
      ...pages.map((_, page) => `${page} ${put(`[${(this.#pieces[page] ?? []).map(reference).join(' ')}]`)} 0 R`),
      ...annotated.map((element, index) => `${pages.length + index} ${reference(element)}`),
    ];
    return {
      top: numbers.get(this.root) ?? 0,
      parentTree: put(`<</Nums[${parents.join(' ')}]>>`),
      nextKey: pages.length + annotated.length,
    };
  }
}

function body(element: Element, numbers: ReadonlyMap<Element, number>, root: number, pages: readonly number[]): string {
  const { type, parent, kids, extra, annotation } = element;
  const pieces = kids.filter((kid) => typeof kid === 'number');
  const [first] = pieces;
  const page = first === undefined ? undefined : Math.floor(first / piecesPerPage);
  const said = kids.flatMap((kid) => {
    if (typeof kid === 'object') return isEmpty(kid) ? [] : [`${numbers.get(kid) ?? 0} 0 R`];
    const own = Math.floor(kid / piecesPerPage);
    const number = kid % piecesPerPage;
    return [own === page ? String(number) : `<</Type/MCR/Pg ${pages[own] ?? 0} 0 R/MCID ${number}>>`];
  });
  if (annotation !== undefined) said.push(`<</Type/OBJR/Obj ${annotation.object} 0 R/Pg ${annotation.page} 0 R>>`);
  const above = parent === undefined ? root : (numbers.get(parent) ?? root);
  const only = said.length === 1 && annotation === undefined ? said[0] : `[${said.join(' ')}]`;
  return `<</S/${type}/P ${above} 0 R${page === undefined ? '' : `/Pg ${pages[page] ?? 0} 0 R`}${extra}/K ${only}>>`;
}

/** An element that nothing was drawn for says nothing to anybody; only a cell to write in keeps its place in the row. */
function isEmpty({ type, kids, annotation }: Element): boolean {
  return type !== 'TD' && annotation === undefined && kids.every((kid) => typeof kid === 'object' && isEmpty(kid));
}
