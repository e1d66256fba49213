import { type BreakChance, breakChances } from './break-chances.ts';
import type { Glyph } from './face.ts';
import { foldText } from './fold-text.ts';
import { MissingGlyph } from './missing-glyph.ts';
import { gapBetween, hangs } from './spacing.ts';
import type { Typeface } from './typeface.ts';

/** Characters of one face and one script that follow one another. */
export interface Run {
  readonly face: string;
  /** Drawn raised (1) or lowered (-1) at a smaller size: most super- and subscripts are missing in the face. */
  readonly script: -1 | 0 | 1;
  /** What an operator shows: a string, or strings with the gaps between them in brackets. */
  readonly shows: string;
}

/** A typeset line; its width in points excludes a hanging blank at the end. */
export interface Line {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly width: number;
  /** How many characters it has, and how many of them fill a square. */
  readonly count: number;
  readonly squares: number;
  /** False where the paragraph goes on: such a line may be stretched to the measure. */
  readonly isLast: boolean;
}

/** The characters of a paragraph side by side, no object for each: a report has a million. */
interface Placed {
  readonly characters: readonly string[];
  readonly glyphs: readonly Glyph[];
  readonly scripts: readonly (-1 | 0 | 1)[];
  /** Before each character, in thousandths of the size. */
  readonly gaps: readonly number[];
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
  const ascii = firstLine === 0 && /^[!-~][ -~]*$/.test(text) ? setAscii(text, face, size, width) : undefined;
  if (ascii !== undefined) return ascii;
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

// A time without its date, or a date without its time, is seldom wider than a column.
const dateAndTime = /^(\d{4}-\d{2}-\d{2}) ([\d:.]+)$/;

/**
 * The lines of a text of printable ASCII characters that is one line, or a date above a time: what the general way comes to,
 * without an array for each of its properties. Undefined where that has to be asked.
 */
function setAscii(text: string, face: Typeface, size: number, width: number): readonly Line[] | undefined {
  if (text.endsWith(' ')) return undefined;
  const whole = asciiLine(text, face, size, true);
  if (whole === undefined) return undefined;
  const limit = (width * 1000) / size;
  if (whole.advance <= limit) return [whole.line];
  const [, date, time] = dateAndTime.exec(text) ?? [];
  if (date === undefined || time === undefined || whole.advance <= limit + 0.01) return undefined;
  const parts = [asciiLine(date, face, size, false), asciiLine(time, face, size, true)];
  const fit = parts.flatMap((part) => (part !== undefined && part.advance <= limit ? [part.line] : []));
  return fit.length === parts.length ? fit : undefined;
}

/** One line of one face, with its advance in thousandths of the size; undefined where a glyph is of another face, or missing. */
function asciiLine(
  text: string,
  typeface: Typeface,
  size: number,
  isLast: boolean,
): { readonly line: Line; readonly advance: number } | undefined {
  const face = typeface.asciiGlyph(text.charCodeAt(0))?.face;
  if (face === undefined) return undefined;
  let shows = '(';
  let advance = 0;
  let squares = 0;
  for (let index = 0; index < text.length; index += 1) {
    const glyph = typeface.asciiGlyph(text.charCodeAt(index));
    if (glyph?.face !== face) return undefined;
    shows += glyph.code;
    advance += glyph.advance;
    if (glyph.advance > 900) squares += 1;
  }
  const runs = [{ face, script: 0, shows: `${shows})` }] as const;
  return { line: { text, runs, width: (advance * size) / 1000, count: text.length, squares, isLast }, advance };
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
  const placed = place([...paragraph], face, paragraph);
  const { characters } = placed;
  const limit = (width * 1000) / size;
  const firstLimit = limit - (firstLine * 1000) / size;
  // Most cells fit: looking for places to break is most of the work.
  const end = trimEnd(placed, 0, characters.length);
  if (widthOf(placed, 0, end) <= firstLimit) return [lineOf(placed, 0, end, size, true)];
  const chances = breakChances(characters);
  const lines: Line[] = [];
  let start = 0;
  while (start < characters.length) {
    const next = endOfLine(placed, chances, start, start === 0 ? firstLimit : limit);
    lines.push(lineOf(placed, start, trimEnd(placed, start, next), size, next === characters.length));
    start = next;
    while (characters[start] === ' ') start += 1;
  }
  return lines;
}

function place(characters: readonly string[], face: Typeface, within: string): Placed {
  const wideDot = characters.includes('·') && (face.glyph('·')?.advance ?? 0) > 700;
  const glyphs: Glyph[] = [];
  const scripts: (-1 | 0 | 1)[] = [];
  const gaps: number[] = [];
  let previous: string | undefined;
  for (const character of characters) {
    const script = character < '\u2070' ? 0 : raised.includes(character) ? 1 : lowered.includes(character) ? -1 : 0;
    const glyph = face.glyph(script === 0 ? character : character.normalize('NFKC').replace('\u2212', '-'));
    if (glyph === undefined) throw new MissingGlyph(character, within);
    glyphs.push(glyph);
    scripts.push(script);
    gaps.push(gapBetween(previous, character, wideDot));
    previous = character;
  }
  return { characters, glyphs, scripts, gaps };
}

/** The index at which the next line begins. */
function endOfLine(placed: Placed, chances: readonly BreakChance[], start: number, limit: number): number {
  const { characters } = placed;
  const last: Partial<Record<BreakChance, number>> = {};
  let width = 0;
  let filled = 0;
  for (let index = start; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (index > start) {
      const chance = chances[index] ?? 'never';
      last[chance] = index;
      if (chance === 'free') filled = width;
    }
    width += (index === start ? 0 : (placed.gaps[index] ?? 0)) + advanceAt(placed, index);
    const fits = width - hangs(character) <= limit + 0.01;
    if (!fits && character !== ' ' && index > start) {
      const { free, loose } = last;
      const isHalfEmpty = filled < limit * halfEmpty;
      return (isHalfEmpty && (loose ?? 0) > (free ?? 0) ? loose : free) ?? loose ?? last.soft ?? last.hard ?? index;
    }
  }
  return characters.length;
}

function trimEnd({ characters }: Placed, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && characters[trimmed - 1] === ' ') trimmed -= 1;
  return trimmed;
}

function widthOf(placed: Placed, start: number, end: number): number {
  let advance = 0;
  for (let index = start; index < end; index += 1) {
    advance += (index === start ? 0 : (placed.gaps[index] ?? 0)) + advanceAt(placed, index);
  }
  return advance - hangs(end > start ? (placed.characters[end - 1] ?? '') : '');
}

/** Advance of a character in thousandths of the size of its line. */
function advanceAt({ glyphs, scripts }: Placed, index: number): number {
  const advance = glyphs[index]?.advance ?? 0;
  return scripts[index] === 0 ? advance : advance * scriptScale;
}

function lineOf(placed: Placed, start: number, end: number, size: number, isLast: boolean): Line {
  const runs: Run[] = [];
  let squares = 0;
  let shows = '';
  let face = '';
  let script: Run['script'] = 0;
  let hasGaps = false;
  const close = () => {
    if (shows !== '') runs.push({ face, script, shows: hasGaps ? `[(${shows})]` : `(${shows})` });
  };
  for (let index = start; index < end; index += 1) {
    const glyph = placed.glyphs[index];
    if (glyph === undefined) break;
    const own = placed.scripts[index] ?? 0;
    if (glyph.face !== face || own !== script) {
      close();
      shows = '';
      hasGaps = false;
      face = glyph.face;
      script = own;
    }
    const gap = placed.gaps[index] ?? 0;
    if (index > start && gap !== 0) {
      hasGaps = true;
      shows += `)${-gap}(${glyph.code}`;
    } else shows += glyph.code;
    if (glyph.advance > 900) squares += 1;
  }
  close();
  const text = placed.characters.slice(start, end).join('');
  const width = (widthOf(placed, start, end) * size) / 1000;
  return { text, runs, width, count: end - start, squares, isLast };
}
