import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { type GlyphSubset, subsetOf } from './glyph-subset.ts';
import type { ObjectNumber, PdfFile } from './writer/pdf-file.ts';

/** A glyph as the content stream names it (two bytes, escaped), with its advance in thousandths of the size. */
export interface Glyph {
  readonly face: string;
  readonly code: string;
  readonly advance: number;
}

interface Loaded {
  readonly font: Font;
  readonly subset: GlyphSubset;
  readonly characters: string[];
  readonly widths: number[];
}

/**
 * One font file in one document, read when it is first needed. Writes glyphs without a shaping engine, which is twenty times
 * slower for Chinese; kerning is given up for it. A new one for each document: fontkit remembers which character a glyph was
 * first used for, and would make one document depend on another.
 */
export class Face {
  /** Name of the face in content streams. */
  readonly id: string;
  readonly #file: string;
  readonly #glyphs = new Map<string, Glyph | undefined>();
  #loaded: Loaded | undefined;

  constructor(id: string, file: string) {
    this.id = id;
    this.#file = file;
  }

  /** The glyph of one character, or undefined when the face has none. */
  glyph(character: string): Glyph | undefined {
    const known = this.#glyphs.get(character);
    if (known !== undefined || this.#glyphs.has(character)) return known;
    const glyph = this.#include(character);
    this.#glyphs.set(character, glyph);
    return glyph;
  }

  /** Writes the glyphs that were used, with their characters; undefined when none was. */
  write(file: PdfFile): ObjectNumber | undefined {
    const loaded = this.#loaded;
    if (loaded === undefined || loaded.characters.length < 2) return undefined;
    const { font, subset, characters, widths } = loaded;
    const program = subset.encode();
    const isCff = subset.cff !== undefined;
    const stream = isCff
      ? file.stream(program, '/Subtype/CIDFontType0C')
      : file.stream(program, `/Length1 ${program.length}`);
    // A composite glyph brings in its parts when the subset is encoded: the set names them, too.
    const set = file.stream(cidSet(subset.glyphs.length));
    const scale = 1000 / font.unitsPerEm;
    const { minX, minY, maxX, maxY } = font.bbox;
    const box = [minX, minY, maxX, maxY].map((it) => Math.round(it * scale)).join(' ');
    const name = `AAAAA${this.id.replace(/\D/g, '').replace(/\d/g, (digit) => String.fromCharCode(65 + Number(digit)))}+${(font.postscriptName ?? this.id).replace(/[^A-Za-z0-9-]/g, '')}`;
    const descriptor = file.pack(
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box}]/ItalicAngle ${font.italicAngle}/Ascent ${Math.round(font.ascent * scale)}/Descent ${Math.round(font.descent * scale)}/CapHeight ${Math.round((font.capHeight || font.ascent) * scale)}/StemV 80/CIDSet ${set} 0 R/${isCff ? 'FontFile3' : 'FontFile2'} ${stream} 0 R>>`,
    );
    const descendant = file.pack(
      `<</Type/Font/Subtype/${isCff ? 'CIDFontType0' : 'CIDFontType2'}/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW 1000/W[0[${widths.map((it) => Math.round(it)).join(' ')}]]${isCff ? '' : '/CIDToGIDMap/Identity'}>>`,
    );
    const unicode = file.stream(toUnicode(characters));
    return file.pack(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
    );
  }

  #include(character: string): Glyph | undefined {
    this.#loaded ??= load(this.#file);
    const { font, subset, characters, widths } = this.#loaded;
    const codePoint = character.codePointAt(0);
    if (codePoint === undefined || !font.hasGlyphForCodePoint(codePoint)) return undefined;
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
    if (id === 0) return undefined;
    const inSubset = subset.includeGlyph(id);
    const advance = (advanceWidth * 1000) / font.unitsPerEm;
    widths[inSubset] ??= advance;
    // The character that was written, not the first one that fontkit knows for the glyph, is what a copy gives back.
    characters[inSubset] ??= character;
    return { face: this.id, code: escaped(inSubset), advance };
  }
}

function load(path: string): Loaded {
  const opened = create(readFileSync(path));
  const font = 'fonts' in opened ? opened.fonts[0] : opened;
  if (font === undefined) throw new Error(`${path} holds no font`);
  if (font['OS/2']?.fsType?.noEmbedding === true)
    throw new Error(`${path} may not be embedded: its licence flag forbids it`);
  const missing = (font.getGlyph(0).advanceWidth * 1000) / font.unitsPerEm;
  return { font, subset: subsetOf(font), characters: [''], widths: [missing] };
}

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

function cidSet(glyphs: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(glyphs / 8));
  for (let glyph = 0; glyph < glyphs; glyph += 1) {
    const at = glyph >> 3;
    bits[at] = (bits[at] ?? 0) | (0x80 >> (glyph & 7));
  }
  return bits;
}

const mapsPerBlock = 100;

function toUnicode(characters: readonly string[]): string {
  const lines = characters.flatMap((character, code) =>
    code === 0 ? [] : [`<${hex4(code)}> <${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`],
  );
  const blocks: string[] = [];
  for (let from = 0; from < lines.length; from += mapsPerBlock) {
    const block = lines.slice(from, from + mapsPerBlock);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function hex4(code: number): string {
  return code.toString(16).padStart(4, '0');
}
