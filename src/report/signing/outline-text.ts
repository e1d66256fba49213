import { FontBytes } from '../font-bytes.ts';

type Command = { readonly command: string; readonly args: readonly number[] };

/** A font as outlines, in its own units. */
export interface OutlineFont {
  readonly unitsPerEm: number;
  /** The glyph of a character, or undefined where the font has none. */
  glyph(codePoint: number): { readonly advance: number; readonly commands: readonly Command[] } | undefined;
  close(): void;
}

/** Opens a font for its outlines; to be closed. */
export async function openOutlines(path: string): Promise<OutlineFont> {
  const fontkit = await import('fontkit');
  const file = new FontBytes(path);
  const font = fontkit.create(file.bytes);
  if (!('unitsPerEm' in font)) {
    file.close();
    throw new Error(`${path} holds more than one face`);
  }
  return {
    unitsPerEm: font.unitsPerEm,
    glyph: (codePoint) => {
      if (!font.hasGlyphForCodePoint(codePoint)) return undefined;
      const glyph = font.glyphForCodePoint(codePoint);
      file.need(glyph.id);
      return { advance: file.advance(glyph.id) ?? glyph.advanceWidth, commands: glyph.path.commands };
    },
    close: () => file.close(),
  };
}

/**
 * Operators that fill a line of text at a place, `size` in points: a signature adds no font to the file. Characters
 * that the font does not have are left out; `widest` ends the line. Each outline is written in whole units of the font, under a
 * matrix that brings it to its place.
 */
export function outlineText(
  font: OutlineFont,
  text: string,
  at: { x: number; y: number; size: number; widest: number },
): string {
  const scale = at.size / font.unitsPerEm;
  const operators: string[] = [];
  let { x } = at;
  for (const character of text) {
    const glyph = font.glyph(character.codePointAt(0) ?? 0);
    if (glyph === undefined) continue;
    const advance = glyph.advance * scale;
    if (x + advance > at.x + at.widest) break;
    if (glyph.commands.length > 0)
      operators.push(`q ${scale} 0 0 ${scale} ${x.toFixed(2)} ${at.y.toFixed(2)} cm`, pathOf(glyph.commands), 'f Q');
    x += advance;
  }
  return operators.join(' ');
}

function pathOf(commands: readonly Command[]): string {
  let path = '';
  let [atX, atY] = [0, 0];
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    switch (command) {
      case 'moveTo':
        [atX, atY] = [a, b];
        path += `${whole(a)} ${whole(b)} m `;
        break;
      case 'lineTo':
        [atX, atY] = [a, b];
        path += `${whole(a)} ${whole(b)} l `;
        break;
      case 'quadraticCurveTo':
        // PDF knows cubic curves only.
        path += `${whole((atX + 2 * a) / 3)} ${whole((atY + 2 * b) / 3)} ${whole((c + 2 * a) / 3)} ${whole((d + 2 * b) / 3)} ${whole(c)} ${whole(d)} c `;
        [atX, atY] = [c, d];
        break;
      case 'bezierCurveTo':
        path += `${whole(a)} ${whole(b)} ${whole(c)} ${whole(d)} ${whole(e)} ${whole(f)} c `;
        [atX, atY] = [e, f];
        break;
      default:
        path += 'h ';
    }
  }
  return path;
}

/** A thousandth of the size, or less: nobody sees it. */
function whole(units: number): number {
  return Math.round(units);
}
