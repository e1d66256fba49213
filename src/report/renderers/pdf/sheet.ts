import type PDFDocument from 'pdfkit';
import type { QrModules } from './charts/qr.ts';
import type { Face } from './face.ts';
import { strokeInk } from './ink.ts';
import type { Tone } from './palette.ts';

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

/** What a sheet writes with: the two faces of the document and the encoder of QR codes. */
export interface Equipment {
  readonly regular: Face;
  readonly bold: Face;
  encodeQr(payload: string): QrModules;
}

/** The pages of one document, with a cursor that runs down the current page. Positions in points from the top left. */
export class Sheet {
  readonly left = page.left;
  readonly right = page.right;
  readonly width = page.right - page.left;
  readonly top = page.top;
  readonly bottom = page.bottom;
  readonly regular: Face;
  readonly bold: Face;
  readonly encodeQr: Equipment['encodeQr'];
  y: number = page.top;
  readonly #document: InstanceType<typeof PDFDocument>;
  #outlined = 0;

  constructor(document: InstanceType<typeof PDFDocument>, equipment: Equipment) {
    this.#document = document;
    this.regular = equipment.regular;
    this.bold = equipment.bold;
    this.encodeQr = equipment.encodeQr;
    this.turn();
  }

  /** Points left on this page. */
  get room(): number {
    return page.bottom - this.y;
  }

  /** Starts a new page. */
  turn(): void {
    this.#document.addPage();
    this.y = page.top;
    for (const face of [this.regular, this.bold]) face.useOn(this.#document.page);
  }

  /** Starts a new page when fewer than `height` points are left, unless this one is still empty. */
  reserve(height: number): void {
    if (height > this.room && this.y > page.top) this.turn();
  }

  /** Starts a new page unless this one is still empty. */
  startPage(): void {
    if (this.y > page.top) this.turn();
  }

  /** Writes operators to the current page. */
  paint(operators: string): void {
    this.#document.addContent(operators);
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

  /** Enters the current page into the outline. */
  outline(title: string): void {
    this.#document.outline.addItem(title);
    this.#outlined += 1;
    // pdfkit leaves /Count out of the root; viewers and validators want it.
    const dictionary: unknown = Reflect.get(this.#document.outline, 'dictionary');
    Reflect.set(Object(Reflect.get(Object(dictionary), 'data')), 'Count', this.#outlined);
  }

  /** Calls back once for each page, in order, with its number and their count; what is painted then goes onto that page. */
  onEachPage(paint: (number: number, of: number) => void): void {
    const { start, count } = this.#document.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#document.switchToPage(start + index);
      paint(index + 1, count);
    }
  }
}
