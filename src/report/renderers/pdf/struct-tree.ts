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

/** An element whose object is in the file already. */
interface Settled {
  readonly settled: number;
}

/** One element of the logical structure. */
export interface Element {
  type: ElementType;
  readonly parent: Element | undefined;
  /** Elements, and pieces of pages as page × 2^20 + number of the piece; annotations are added when the file is written. */
  readonly kids: (Element | Settled | number)[];
  readonly extra: string;
  annotation?: { readonly object: number; readonly page: number };
  /** Its object, once somebody had to name it. */
  number?: number;
}

const piecesPerPage = 2 ** 20;

/** The logical structure of a document: what stands where, in the order of reading. */
export class StructTree {
  readonly root: Element = { type: 'Document', parent: undefined, kids: [], extra: '' };
  readonly #file: ObjectSink;
  /** The owner of each piece of each page, or the number of its object. */
  readonly #pieces: (Element | number)[][] = [];

  constructor(file: ObjectSink) {
    this.#file = file;
  }

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
   * Writes the last child of its parent, with all that is in it, and keeps no more of it than its number: the rows of a long
   * table need not wait for the end of the document. Nothing may be added to it afterwards.
   */
  settle(element: Element, pages: readonly number[]): void {
    const { parent } = element;
    if (parent === undefined || parent.kids.at(-1) !== element) throw new Error('only the last child can be settled');
    this.#put(element, 0, pages);
    parent.kids[parent.kids.length - 1] = { settled: this.#numberOf(element) };
  }

  /**
   * Writes all elements and gives what the root (an object of that number) has to say of them; `pages` are the objects of the
   * pages, `annotated` the elements of annotations in their order.
   */
  write(
    root: number,
    pages: readonly number[],
    annotated: readonly Element[],
  ): { readonly top: number; readonly parentTree: number; readonly nextKey: number } {
    this.#put(this.root, root, pages);
    const reference = (owner: Element | number) => `${typeof owner === 'number' ? owner : this.#numberOf(owner)} 0 R`;
    const put = (content: string) => {
      const number = this.#file.reserve();
      this.#file.put(number, content);
      return number;
    };
    const parents = [
      ...pages.map((_, page) => `${page} ${put(`[${(this.#pieces[page] ?? []).map(reference).join(' ')}]`)} 0 R`),
      ...annotated.map((element, index) => `${pages.length + index} ${reference(element)}`),
    ];
    return {
      top: this.#numberOf(this.root),
      parentTree: put(`<</Nums[${parents.join(' ')}]>>`),
      nextKey: pages.length + annotated.length,
    };
  }

  #numberOf(element: Element): number {
    element.number ??= this.#file.reserve();
    return element.number;
  }

  #put(element: Element, root: number, pages: readonly number[]): void {
    if (isEmpty(element)) return;
    const { type, parent, kids, extra, annotation } = element;
    const own = this.#numberOf(element);
    let first: number | undefined;
    const said: string[] = [];
    for (const kid of kids) {
      if (typeof kid === 'number') {
        const page = Math.floor(kid / piecesPerPage);
        const number = kid % piecesPerPage;
        const owners = this.#pieces[page];
        if (owners !== undefined) owners[number] = own;
        first ??= page;
        said.push(page === first ? String(number) : `<</Type/MCR/Pg ${pages[page] ?? 0} 0 R/MCID ${number}>>`);
      } else if ('settled' in kid) said.push(`${kid.settled} 0 R`);
      else if (!isEmpty(kid)) {
        said.push(`${this.#numberOf(kid)} 0 R`);
        this.#put(kid, root, pages);
      }
    }
    if (annotation !== undefined) said.push(`<</Type/OBJR/Obj ${annotation.object} 0 R/Pg ${annotation.page} 0 R>>`);
    const above = parent === undefined ? root : this.#numberOf(parent);
    const only = said.length === 1 && annotation === undefined ? said[0] : `[${said.join(' ')}]`;
    const page = first === undefined ? '' : `/Pg ${pages[first] ?? 0} 0 R`;
    this.#file.put(own, `<</S/${type}/P ${above} 0 R${page}${extra}/K ${only}>>`);
  }
}

/** An element that nothing was drawn for says nothing to anybody; only a cell to write in keeps its place in the row. */
function isEmpty({ type, kids, annotation }: Element): boolean {
  return (
    type !== 'TD' &&
    annotation === undefined &&
    kids.every((kid) => typeof kid === 'object' && !('settled' in kid) && isEmpty(kid))
  );
}
