import type { ObjectNumber, PdfFile } from './pdf-file.ts';
import { textString } from './pdf-text.ts';

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
  annotation?: { readonly object: ObjectNumber; readonly page: ObjectNumber };
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

  /** Writes everything; `pages` are the objects of the pages, `annotated` the elements of annotations in their order. */
  write(file: PdfFile, pages: readonly ObjectNumber[], annotated: readonly Element[]): ObjectNumber {
    const root = file.reserve();
    const numbers = new Map<Element, ObjectNumber>();
    const visit = (element: Element) => {
      if (isEmpty(element)) return;
      numbers.set(element, file.reserve());
      for (const kid of element.kids) if (typeof kid === 'object') visit(kid);
    };
    visit(this.root);
    for (const [element, number] of numbers) file.pack(body(element, numbers, root, pages), number);
    const reference = (element: Element) => `${numbers.get(element) ?? 0} 0 R`;
    const parents = [
      ...pages.map((_, page) => `${page} ${file.pack(`[${(this.#pieces[page] ?? []).map(reference).join(' ')}]`)} 0 R`),
      ...annotated.map((element, index) => `${pages.length + index} ${reference(element)}`),
    ];
    const tree = file.pack(`<</Nums[${parents.join(' ')}]>>`);
    const next = pages.length + annotated.length;
    return file.pack(
      `<</Type/StructTreeRoot/K[${reference(this.root)}]/ParentTree ${tree} 0 R/ParentTreeNextKey ${next}>>`,
      root,
    );
  }
}

function body(
  element: Element,
  numbers: ReadonlyMap<Element, ObjectNumber>,
  root: ObjectNumber,
  pages: readonly ObjectNumber[],
): string {
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
