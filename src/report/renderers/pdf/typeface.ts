import type { Face, Glyph } from './face.ts';

/** Faces one after another: a character that the first does not have is taken from the next. */
export class Typeface {
  readonly #faces: readonly Face[];
  readonly #glyphs = new Map<string, Glyph | undefined>();
  readonly #ascii: (Glyph | undefined)[] = [];

  constructor(faces: readonly Face[]) {
    this.#faces = faces;
  }

  /** The glyph of one character, or undefined when no face has one. */
  glyph(character: string): Glyph | undefined {
    const known = this.#glyphs.get(character);
    if (known !== undefined || this.#glyphs.has(character)) return known;
    let glyph: Glyph | undefined;
    for (const face of this.#faces) {
      glyph = face.glyph(character);
      if (glyph !== undefined) break;
    }
    this.#glyphs.set(character, glyph);
    return glyph;
  }

  /** The glyph of an ASCII character by its code: tags, numbers and times are most of a report. */
  asciiGlyph(code: number): Glyph | undefined {
    this.#ascii[code] ??= this.glyph(String.fromCharCode(code));
    return this.#ascii[code];
  }
}
