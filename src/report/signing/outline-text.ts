import { readFileSync } from 'node:fs';

/** The part of fontkit that outlines are taken from. */
export interface OutlineFont {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): {
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[] };
  };
}

/** Opens a font for its outlines. */
export async function openOutlines(file: string): Promise<OutlineFont> {
  const fontkit = await import('fontkit');
  const font = fontkit.create(readFileSync(file));
  if (!('unitsPerEm' in font)) throw new Error(`${file} holds more than one face`);
  return font;
}

/**
 * Path operators that fill a line of text at a place, `size` in points: a signature adds no font to the file. Characters
 * that the font does not have are left out; `widest` cuts the line with an ellipsis.
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
    const codePoint = character.codePointAt(0) ?? 0;
    if (!font.hasGlyphForCodePoint(codePoint)) continue;
    const glyph = font.glyphForCodePoint(codePoint);
    const advance = glyph.advanceWidth * scale;
    if (x + advance > at.x + at.widest) break;
    operators.push(
      ...pathOf(glyph.path.commands, (gx, gy) => `${digits(x + gx * scale)} ${digits(at.y + gy * scale)}`),
    );
    x += advance;
  }
  return operators.length === 0 ? '' : `${operators.join(' ')} f`;
}

function pathOf(
  commands: readonly { readonly command: string; readonly args: readonly number[] }[],
  place: (x: number, y: number) => string,
): readonly string[] {
  let [atX, atY] = [0, 0];
  return commands.map(({ command, args }) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    switch (command) {
      case 'moveTo':
        [atX, atY] = [a, b];
        return `${place(a, b)} m`;
      case 'lineTo':
        [atX, atY] = [a, b];
        return `${place(a, b)} l`;
      case 'quadraticCurveTo': {
        // PDF knows cubic curves only.
        const first = place(atX + (2 / 3) * (a - atX), atY + (2 / 3) * (b - atY));
        const second = place(c + (2 / 3) * (a - c), d + (2 / 3) * (b - d));
        [atX, atY] = [c, d];
        return `${first} ${second} ${place(c, d)} c`;
      }
      case 'bezierCurveTo':
        [atX, atY] = [e, f];
        return `${place(a, b)} ${place(c, d)} ${place(e, f)} c`;
      default:
        return 'h';
    }
  });
}

function digits(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}
