import type { Font } from 'fontkit';

/** The glyphs of a font that a document uses, as fontkit keeps them; its published types say otherwise. */
export interface GlyphSubset {
  /** Ids in the font, by number in the subset; encoding adds the parts of composite glyphs. */
  readonly glyphs: readonly number[];
  /** Present where the outlines are of the PostScript kind. */
  readonly cff?: unknown;
  /** The number in the subset of a glyph id. */
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

/** A new subset of a font; a fontkit that keeps its subsets in another way throws. */
export function subsetOf(font: Font): GlyphSubset {
  const subset: unknown = font.createSubset();
  if (!isSubset(subset)) throw new Error('this release of fontkit keeps its subsets in another way');
  return subset;
}

function isSubset(it: unknown): it is GlyphSubset {
  if (typeof it !== 'object' || it === null) return false;
  return (
    Array.isArray(Reflect.get(it, 'glyphs')) &&
    typeof Reflect.get(it, 'includeGlyph') === 'function' &&
    typeof Reflect.get(it, 'encode') === 'function'
  );
}
