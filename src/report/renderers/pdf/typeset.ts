import { type BreakChance, breakChances } from './break-chances.ts';
import type { Glyph } from './face.ts';
import { foldText } from './fold-text.ts';
import { MissingGlyph } from './missing-glyph.ts';
import { gapBetween, hangs } from './spacing.ts';
import type { Typeface } from './typeface.ts';

/** One character in its place: glyph, and the gap before it in thousandths of the size. */
export interface Placed {
  readonly character: string;
  readonly glyph: Glyph;
  /** Drawn raised (1) or lowered (-1) at a smaller size: most super- and subscripts are missing in the face. */
  readonly script: -1 | 0 | 1;
  readonly gap: number;
}

/** A typeset line; its width in points excludes a hanging blank at the end. */
export interface Line {
  readonly placed: readonly Placed[];
  readonly width: number;
  /** False where the paragraph goes on: such a line may be stretched to the measure. */
  readonly isLast: boolean;
}

/** Size of a raised or lowered character against its line. */
export const scriptScale = 0.62;

/** A line that is filled to less than this share of the measure looks torn. */
const halfEmpty = 0.72;

const raised = '⁰⁴⁵⁶⁷⁸⁹⁺⁻';
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋';

/** Short texts stand in a table a thousand times; what was set before is not set again. */
const remembered = new WeakMap<Typeface, Map<string, readonly Line[]>>();
const longestRemembered = 10;
const mostRemembered = 500;

/**
 * Breaks a text into lines of at most `width` points, the first of each paragraph shorter by `firstLine`. An empty text has no
 * line; a character without a glyph throws.
 */
export function typeset(text: string, face: Typeface, size: number, width: number, firstLine = 0): readonly Line[] {
  if (text.length > longestRemembered || firstLine !== 0) return setText(text, face, size, width, firstLine);
  let known = remembered.get(face);
  if (known === undefined || known.size >= mostRemembered) {
    known = new Map();
    remembered.set(face, known);
  }
  const key = `${size} ${width} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const lines = setText(text, face, size, width, 0);
  known.set(key, lines);
  return lines;
}

function setText(text: string, face: Typeface, size: number, width: number, firstLine: number): readonly Line[] {
  return foldText(text)
    .split('\n')
    .flatMap((paragraph) => (paragraph === '' ? [] : breakParagraph(paragraph, face, size, width, firstLine)));
}

function breakParagraph(
  paragraph: string,
  face: Typeface,
  size: number,
  width: number,
  firstLine: number,
): readonly Line[] {
  const characters = [...paragraph];
  const placed = place(characters, face, paragraph);
  const limit = (width * 1000) / size;
  const firstLimit = limit - (firstLine * 1000) / size;
  // Most cells fit: looking for places to break is most of the work.
  const whole = trimEnd(placed);
  if (widthOf(whole) <= firstLimit) return [{ placed: whole, width: (widthOf(whole) * size) / 1000, isLast: true }];
  const chances = breakChances(characters);
  const lines: Line[] = [];
  let start = 0;
  while (start < placed.length) {
    const end = endOfLine(placed, chances, start, start === 0 ? firstLimit : limit);
    const line = trimEnd(placed.slice(start, end));
    lines.push({ placed: line, width: (widthOf(line) * size) / 1000, isLast: end === placed.length });
    start = end;
    while (placed[start]?.character === ' ') start += 1;
  }
  return lines;
}

function place(characters: readonly string[], face: Typeface, within: string): readonly Placed[] {
  const wideDot = characters.includes('·') && (face.glyph('·')?.advance ?? 0) > 700;
  return characters.map((character, index) => {
    const script = raised.includes(character) ? 1 : lowered.includes(character) ? -1 : 0;
    const glyph = face.glyph(script === 0 ? character : character.normalize('NFKC').replace('\u2212', '-'));
    if (glyph === undefined) throw new MissingGlyph(character, within);
    return { character, glyph, script, gap: gapBetween(characters[index - 1], character, wideDot) };
  });
}

/** The index at which the next line begins. */
function endOfLine(placed: readonly Placed[], chances: readonly BreakChance[], start: number, limit: number): number {
  let width = 0;
  const last: Partial<Record<BreakChance, number>> = {};
  let filled = 0;
  for (let index = start; index < placed.length; index += 1) {
    const it = placed[index];
    if (it === undefined) break;
    if (index > start) {
      const chance = chances[index] ?? 'never';
      last[chance] = index;
      if (chance === 'free') filled = width;
    }
    width += (index === start ? 0 : it.gap) + advanceOf(it);
    const fits = width - hangs(it.character) <= limit + 0.01;
    if (!fits && it.character !== ' ' && index > start) {
      const { free, loose } = last;
      const isHalfEmpty = filled < limit * halfEmpty;
      return (isHalfEmpty && (loose ?? 0) > (free ?? 0) ? loose : free) ?? loose ?? last.soft ?? last.hard ?? index;
    }
  }
  return placed.length;
}

function trimEnd(line: readonly Placed[]): readonly Placed[] {
  let end = line.length;
  while (end > 0 && line[end - 1]?.character === ' ') end -= 1;
  return line.slice(0, end);
}

function widthOf(line: readonly Placed[]): number {
  const advance = line.reduce((sum, it, index) => sum + (index === 0 ? 0 : it.gap) + advanceOf(it), 0);
  return advance - hangs(line.at(-1)?.character ?? '');
}

/** Advance of a character in thousandths of the size of its line. */
export function advanceOf({ glyph, script }: Placed): number {
  return script === 0 ? glyph.advance : glyph.advance * scriptScale;
}
