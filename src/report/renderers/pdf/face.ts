import type PDFDocument from 'pdfkit';

/** A glyph as the content stream names it, with its advance in thousandths of the size. */
export interface Glyph {
  readonly hex: string;
  readonly advance: number;
}

/** The part of pdfkit's embedded font that text is written with; private there, so it is looked at before it is trusted. */
interface EmbeddedFont {
  readonly id: string;
  readonly font: {
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
    readonly unitsPerEm: number;
  };
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: number[][];
  ref(): unknown;
}

/**
 * One face of one document. Writes glyphs without pdfkit's layout, which keeps every string that it ever saw and is
 * twenty times slower for Chinese; kerning is given up for it.
 */
export class Face {
  readonly #font: EmbeddedFont;
  readonly #glyphs = new Map<string, Glyph | undefined>();

  constructor(document: InstanceType<typeof PDFDocument>, file: string) {
    // The path is the only key: pdfkit reads the file again at every change of font when a face has two names.
    document.font(file);
    const font: unknown = Reflect.get(document, '_font');
    if (!isEmbeddedFont(font)) throw new Error('this release of pdfkit keeps its fonts in another way');
    this.#font = font;
  }

  /** Name of the face in content streams. */
  get id(): string {
    return this.#font.id;
  }

  /** Makes the face known to a page. */
  useOn(page: PDFKit.PDFPage): void {
    page.fonts[this.#font.id] ??= this.#font.ref();
  }

  /** The glyph of one character, or undefined when the face has none. */
  glyph(character: string): Glyph | undefined {
    if (this.#glyphs.has(character)) return this.#glyphs.get(character);
    const glyph = this.#include(character);
    this.#glyphs.set(character, glyph);
    return glyph;
  }

  #include(character: string): Glyph | undefined {
    const { font, subset, widths, unicode } = this.#font;
    const codePoint = character.codePointAt(0);
    if (codePoint === undefined || !font.hasGlyphForCodePoint(codePoint)) return undefined;
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
    const inSubset = subset.includeGlyph(id);
    const advance = (advanceWidth * 1000) / font.unitsPerEm;
    widths[inSubset] ??= advance;
    // The character that was written, not the first one that fontkit knows for the glyph, is what a copy gives back.
    unicode[inSubset] ??= [codePoint];
    return { hex: inSubset.toString(16).padStart(4, '0'), advance };
  }
}

function isEmbeddedFont(font: unknown): font is EmbeddedFont {
  if (typeof font !== 'object' || font === null) return false;
  return (
    typeof Reflect.get(font, 'id') === 'string' &&
    typeof Reflect.get(font, 'ref') === 'function' &&
    Array.isArray(Reflect.get(font, 'widths')) &&
    Array.isArray(Reflect.get(font, 'unicode')) &&
    typeof Reflect.get(Object(Reflect.get(font, 'subset')), 'includeGlyph') === 'function' &&
    typeof Reflect.get(Object(Reflect.get(font, 'font')), 'glyphForCodePoint') === 'function' &&
    typeof Reflect.get(Object(Reflect.get(font, 'font')), 'hasGlyphForCodePoint') === 'function'
  );
}
