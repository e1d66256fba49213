import type { QrModules } from './charts/qr.ts';
import { strokeInk } from './ink.ts';
import type { Tone } from './palette.ts';
import { ObjectName, objectNumber } from './pdfkit/object-name.ts';
import type { ObjectSink } from './pdfkit/packed-file.ts';
import { type Element, type ElementType, StructTree } from './struct-tree.ts';
import type { Typeface } from './typeface.ts';

const mm = 72 / 25.4;
/** A4 with the margins of GB/T 9704: top 37, bottom 35, binding side 28, outer side 26 mm. */
export const page = {
  width: 210 * mm,
  height: 297 * mm,
  left: 28 * mm,
  right: 184 * mm,
  top: 37 * mm,
  bottom: 262 * mm,
  headerAt: 24 * mm,
  footerAt: 275 * mm,
} as const;

/** What a sheet writes with: the typefaces of the document and the encoder of QR codes. */
export interface Equipment {
  /** Running text. */
  readonly body: Typeface;
  /** Labels and tables. */
  readonly regular: Typeface;
  /** Headings. */
  readonly bold: Typeface;
  /** Without the logical structure a file of many rows is smaller and quicker. */
  readonly tagged: boolean;
  encodeQr(payload: string): QrModules;
}

/** A place that links may name, and a link that names one. Positions in points from the top left. */
export interface Anchor {
  readonly page: number;
  readonly y: number;
}
export interface PlacedLink {
  readonly page: number;
  readonly to: string;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  readonly element: Element;
}

/** The pages of one document, with a cursor that runs down the current page. Positions in points from the top left. */
export class Sheet {
  readonly left = page.left;
  readonly right = page.right;
  readonly width = page.right - page.left;
  readonly top = page.top;
  readonly bottom = page.bottom;
  readonly body: Typeface;
  readonly regular: Typeface;
  readonly bold: Typeface;
  readonly encodeQr: Equipment['encodeQr'];
  readonly tree: StructTree;
  readonly anchors = new Map<string, Anchor>();
  readonly links: PlacedLink[] = [];
  y: number = page.top;
  readonly #document: PDFKit.PDFDocument;
  readonly #file: ObjectSink;
  readonly #tagged: boolean;
  #element: Element;
  #section: Element;
  /** The objects of the pages so far. */
  readonly #pages: number[] = [];
  /** Who owns what is being written: an element, decoration, or nobody yet. */
  #open: Element | 'artifact' | undefined;
  #content: string[] = [];
  readonly #shared = new Map<string, number>();
  #page = 0;
  #chapter: PDFKit.PDFOutline | undefined;
  #chapters = 0;
  #paragraphs = 0;
  #inFigure = false;

  constructor(document: PDFKit.PDFDocument, file: ObjectSink, equipment: Equipment) {
    this.#document = document;
    this.#file = file;
    this.tree = new StructTree(file);
    this.#element = this.tree.root;
    this.#section = this.tree.root;
    this.body = equipment.body;
    this.regular = equipment.regular;
    this.bold = equipment.bold;
    this.encodeQr = equipment.encodeQr;
    this.#tagged = equipment.tagged;
    this.#addPage();
  }

  /** Points left on this page. */
  get room(): number {
    return page.bottom - this.y;
  }

  /** Starts a new page. */
  turn(): void {
    this.end();
    this.#addPage();
    this.#page += 1;
    this.y = page.top;
  }

  /** Starts a new page when fewer than `height` points are left, unless this one is still empty. */
  reserve(height: number): void {
    // 22 lines fill a page to the last hundredth of a point.
    if (height > this.room + 0.01 && this.y > page.top) this.turn();
  }

  /** Starts a new page unless this one is still empty. */
  startPage(): void {
    if (this.y > page.top) this.turn();
  }

  /** Writes decoration to the current page: rules, fills, whatever says nothing by itself. */
  paint(operators: string): void {
    this.#write(this.#inFigure ? this.#element : 'artifact', operators);
  }

  /** Writes content to the current page, as part of the element that is open or of the one given. */
  say(operators: string, element: Element = this.#element): void {
    this.#write(element, operators);
  }

  /** Runs `draw` within a new element. */
  tag(type: ElementType, draw: () => void): void {
    const outer = this.#element;
    this.#element = this.child(type);
    draw();
    this.#element = outer;
  }

  /** A new element of the one that is open or of the one given, to be written to later. */
  child(type: ElementType, parent: Element = this.#element, attributes = ''): Element {
    return this.#tagged ? this.tree.child(parent, type, { attributes }) : parent;
  }

  /** Says that an element is complete: it is written, and nothing may be added to it any more. */
  settle(element: Element): void {
    if (this.#tagged) this.tree.settle(element, this.#pages);
  }

  /** Runs `draw`, all of which is one figure; `alt` says in words what it shows. It must stay on this page. */
  figure(
    alt: string,
    { height, x = this.left, width = this.width }: { height: number; x?: number; width?: number },
    draw: () => void,
  ): void {
    this.reserve(height);
    const outer = this.#element;
    const box = [x, page.height - this.y - height, x + width, page.height - this.y];
    const attributes = `/A<</O/Layout/Placement/Block/BBox[${box.map((it) => it.toFixed(1)).join(' ')}]>>`;
    if (this.#tagged) this.#element = this.tree.child(outer, 'Figure', { alt, attributes });
    this.#inFigure = true;
    draw();
    this.#inFigure = false;
    this.#element = outer;
  }

  /** Draws a rule over the width of the text at the cursor. */
  rule(tone: Tone, thickness = 0.5): void {
    this.paint(
      strokeInk(
        [
          [this.left, this.y],
          [this.right, this.y],
        ],
        tone,
        thickness,
      ),
    );
  }

  /** Begins a section: what follows belongs to it. */
  section(): void {
    this.#section = this.child('Sect', this.tree.root);
    this.#element = this.#section;
  }

  /** Enters the place of the cursor into the outline, a second level folded into the first. */
  outline(title: string, level: 1 | 2 = 1): void {
    // pdfkit counts `left` from the right edge.
    const at = { top: this.y - 6, left: page.width };
    if (level === 1 || this.#chapter === undefined) {
      this.#chapter = addItem(this.#document.outline, title, at);
      this.#paragraphs = 0;
      this.#chapters += 1;
      // pdfkit leaves /Count out; viewers and validators want it.
      setCount(this.#document.outline, this.#chapters);
    } else {
      addItem(this.#chapter, title, at);
      this.#paragraphs += 1;
      setCount(this.#chapter, -this.#paragraphs);
    }
  }

  /** A destination that other programs find by its name: the upper left corner of a box on this page. */
  destination(name: string, x: number, y: number): void {
    this.#document.addNamedDestination(name, 'XYZ', x, y, null);
  }

  /** Names the place of the cursor; the first of two places with one name counts. */
  anchor(name: string): void {
    if (!this.anchors.has(name)) this.anchors.set(name, { page: this.#page, y: this.y });
  }

  /** Makes a box of the current page a link, whose words are written by `draw`; where nobody is there it is plain text. */
  link(to: string, box: PlacedLink['box'], draw: (element: Element) => void, parent: Element = this.#element): void {
    const element = this.#tagged ? this.tree.child(parent, 'Span') : parent;
    this.links.push({ page: this.#page, to, box, element });
    draw(element);
  }

  /** Ends the page: what was drawn goes to the document. */
  end(): void {
    this.#close();
    if (this.#content.length === 0) return;
    this.#append(this.#file.stream(this.#content.join('')));
  }

  /** Ends what is drawn on each page alike: one object of the file serves all pages. */
  endShared(): void {
    this.#close();
    const operators = this.#content.join('');
    const known = this.#shared.get(operators) ?? this.#file.stream(operators);
    this.#shared.set(operators, known);
    this.#append(known);
  }

  /** Calls back once for each page, in order, with its number and their count; what is painted then goes onto that page. */
  onEachPage(paint: (number: number, of: number, page: PDFKit.PDFPage) => void): void {
    const { start, count } = this.#document.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#document.switchToPage(start + index);
      this.#page = index;
      paint(index + 1, count, this.#document.page);
      this.end();
    }
  }

  #addPage(): void {
    this.#document.addPage();
    this.#pages.push(objectNumber(this.#document.page.dictionary));
  }

  #append(object: number): void {
    addContents(this.#document.page, object);
    this.#content = [];
  }

  #write(owner: Element | 'artifact', operators: string): void {
    if (operators === '') return;
    if (this.#tagged && owner !== this.#open) {
      this.#close();
      this.#content.push(
        owner === 'artifact'
          ? '/Artifact BMC\n'
          : `/${owner.type} <</MCID ${this.tree.piece(this.#page, owner)}>> BDC\n`,
      );
      this.#open = owner;
    }
    this.#content.push(operators);
  }

  #close(): void {
    if (this.#open !== undefined) this.#content.push('EMC\n');
    this.#open = undefined;
  }
}

/** What pdfkit writes to a page turns its coordinates upside down; what we draw stands behind it, in objects of its own. */
function addContents(page: PDFKit.PDFPage, object: number): void {
  const data: unknown = Reflect.get(page.dictionary, 'data');
  const known: unknown = Reflect.get(Object(data), 'Contents');
  Reflect.set(Object(data), 'Contents', [...(Array.isArray(known) ? known : [known]), new ObjectName(object)]);
}

function setCount(outline: PDFKit.PDFOutline, count: number): void {
  const dictionary: unknown = Reflect.get(outline, 'dictionary');
  Reflect.set(Object(Reflect.get(Object(dictionary), 'data')), 'Count', count);
}

/** pdfkit's types leave out that an entry may say where on the page it leads. */
function addItem(
  outline: PDFKit.PDFOutline,
  title: string,
  at: { readonly top: number; readonly left: number },
): PDFKit.PDFOutline {
  return Reflect.apply(outline.addItem, outline, [title, at]);
}
