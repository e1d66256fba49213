import { FontBytes } from '../../font-bytes.ts';

/** A glyph as the content stream names it (two bytes, escaped), with its advance in thousandths of the size. */
export interface Glyph {
  readonly face: string;
  readonly code: string;
  readonly advance: number;
}

/** The part of pdfkit's embedded font that text is written with; private there, so it is looked at before it is trusted. */
interface EmbeddedFont {
  readonly id: string;
  readonly font: {
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
    readonly unitsPerEm: number;
    readonly 'OS/2'?: { readonly fsType?: { readonly noEmbedding?: boolean } };
  };
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: number[][];
  ref(): unknown;
}

/**
 * One font file in one document, opened when it is first needed. Writes glyphs without pdfkit's layout, which keeps every string
 * that it ever saw and is twenty times slower for Chinese; kerning is given up for it. A new one for each document: fontkit
 * remembers which character a glyph was first used for, and would make one document depend on another.
 */
export class Face {
  readonly #document: PDFKit.PDFDocument;
  readonly #file: string;
  readonly #glyphs = new Map<string, Glyph | undefined>();
  #opened: { readonly font: EmbeddedFont; readonly file: FontBytes } | undefined;

  constructor(document: PDFKit.PDFDocument, file: string) {
    this.#document = document;
    this.#file = file;
  }

  /** Makes the face known to a page; a face that nobody wrote with is left out of the file. */
  useOn(page: PDFKit.PDFPage): void {
    const font = this.#opened?.font;
    if (font !== undefined) page.fonts[font.id] ??= font.ref();
  }

  /** No glyph can be asked for afterwards that was not before. */
  close(): void {
    this.#opened?.file.close();
  }

  /** The glyph of one character, or undefined when the face has none. */
  glyph(character: string): Glyph | undefined {
    const known = this.#glyphs.get(character);
    if (known !== undefined || this.#glyphs.has(character)) return known;
    const glyph = this.#include(character);
    this.#glyphs.set(character, glyph);
    return glyph;
  }

  #include(character: string): Glyph | undefined {
    this.#opened ??= openFont(this.#document, this.#file);
    const { file, font: embedded } = this.#opened;
    const { id: face, font, subset, widths, unicode } = embedded;
    const codePoint = character.codePointAt(0);
    if (codePoint === undefined || !font.hasGlyphForCodePoint(codePoint)) return undefined;
    const glyph = font.glyphForCodePoint(codePoint);
    const { id } = glyph;
    if (id === 0) return undefined;
    file.need(id);
    const inSubset = subset.includeGlyph(id);
    const advance = ((file.advance(id) ?? glyph.advanceWidth) * 1000) / font.unitsPerEm;
    widths[inSubset] ??= advance;
    // The character that was written, not the first one that fontkit knows for the glyph, is what a copy gives back.
    unicode[inSubset] ??= [codePoint];
    return { face, code: escaped(inSubset), advance };
  }
}

function openFont(
  document: PDFKit.PDFDocument,
  path: string,
): { readonly font: EmbeddedFont; readonly file: FontBytes } {
  const file = new FontBytes(path);
  try {
    document.font(file.bytes);
    const font: unknown = Reflect.get(document, '_font');
    if (!isEmbeddedFont(font)) throw new Error('this release of pdfkit keeps its fonts in another way');
    if (font.font['OS/2']?.fsType?.noEmbedding === true)
      throw new Error(`${path} may not be embedded: its licence flag forbids it`);
    // Where one of that name is open already pdfkit goes on with that one: its outlines stand in its own bytes.
    const before = filesOf.get(font);
    if (before !== undefined) file.close();
    else filesOf.set(font, file);
    return { font, file: before ?? file };
  } catch (error) {
    file.close();
    throw error;
  }
}

const filesOf = new WeakMap<EmbeddedFont, FontBytes>();

/** Two bytes of a literal string; brackets, backslash and the ends of lines need a backslash before them. */
function escaped(code: number): string {
  return [code >> 8, code & 255]
    .map((byte) => {
      if (byte === 13) return '\\r';
      if (byte === 10) return '\\n';
      const character = String.fromCharCode(byte);
      return character === '(' || character === ')' || character === '\\' ? `\\${character}` : character;
    })
    .join('');
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
