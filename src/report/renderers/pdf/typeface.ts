import type { Face, Glyph } from './face.ts';

/** Faces one after another: a character that the first does not have is taken from the next. */
export class Typeface {
  readonly #faces: readonly Face[];
  readonly #glyphs = new Map<string, Glyph | undefined>();

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
}
