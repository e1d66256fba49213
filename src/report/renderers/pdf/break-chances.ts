/**
 * Where a line may start: `free` anywhere between words, `loose` within the name of a document, where the line would else stay
 * half empty, `soft` inside a long name, `hard` only when nothing else is left.
 */
export type BreakChance = 'free' | 'loose' | 'soft' | 'hard' | 'never';

// GB/T 15834: what may not begin a line, and what may not end one.
const neverFirst = new Set('，。、；：！？）〕】》〉」』”’…—～·％‰℃%,.;:!?)]}');
const neverLast = new Set('（〔【《〈「『“‘([{');

/** Strings that stay on one line: a number with its unit, a standard with its number, a document with its year and number. */
const kept = [
  /(?:[<>≤≥±≈]\s?)?[+-]?\d[\d.,]*\s?(?:℃|°C|%|‰|(?:k|M)?Pa(?:\([ga]\))?|mA|m³\/h|m3\/h|kg\/h|t\/h|[num]?m|ms|s|min|h|V|kV|A|Hz|rpm|r\/min|ppm|mg\/m³)(?![A-Za-z0-9])/gu,
  /[+-]?\d[\d.,]*\s(?:项|项|日|天|秒|点|次|份|页)/gu,
  /\d+(?:[.,]\d+)+/gu,
  /\d{4}-\d{2}-\d{2}/gu,
  /(?:GB|AQ|HG|SH|IEC|ISO|TSG)(?:\/[TZ])?\s?\d[\d.]*(?:-\d{4})?/gu,
  /\p{Script=Han}?〔\d{4}〕\s?\d+\s?号/gu,
  /第\s?\d+\s?[条项款页]/gu,
  /SIL\s?\d|\d+oo\d+/gu,
  // A blank to write in.
  /＿+/gu,
];

// Every row of evidence has two; nothing in them is kept together.
const timeStamp = /^\d{4}-\d{2}-\d{2} [\d:.]+$/;

/** The name before the number of a document stays with it where the column is wide enough. */
const documentName = /\p{Script=Han}{1,8}〔\d{4}〕/gu;

/** For each character of a folded text, whether a line may start with it; the first may not, there is no line before it. */
export function breakChances(characters: readonly string[]): readonly BreakChance[] {
  const inside = insideKept(characters);
  return characters.map((next, index) => {
    const previous = characters[index - 1];
    if (previous === undefined || next === ' ') return 'never';
    const chance = between(previous, next);
    return chance === 'never' ? chance : (inside.get(index) ?? chance);
  });
}

function between(previous: string, next: string): BreakChance {
  if (previous === ' ') return neverFirst.has(next) ? 'hard' : 'free';
  if (neverFirst.has(next) && !isWordPart(next)) return 'never';
  if (neverLast.has(previous)) return 'never';
  if (isWordPart(previous) && isWordPart(next)) return /[-/_.·&?=@\\]/.test(previous) ? 'soft' : 'hard';
  if (neverFirst.has(next)) return 'never';
  return 'free';
}

function isWordPart(character: string): boolean {
  return /[!-~\u00a1-\u024f\u0370-\u03ff\u0400-\u04ff\u2070-\u209c²³]/u.test(character);
}

/** Indices of characters that continue a kept string, with the chance that is left there. */
function insideKept(characters: readonly string[]): ReadonlyMap<number, BreakChance> {
  const text = characters.join('');
  const inside = new Map<number, BreakChance>();
  if (timeStamp.test(text)) return inside;
  const indexOf = codeUnitToIndex(characters);
  const mark = (pattern: RegExp, chance: BreakChance) => {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      for (let unit = match.index + 1; unit < end; unit += 1) {
        const index = indexOf[unit];
        if (index !== undefined) inside.set(index, chance);
      }
    }
  };
  mark(documentName, 'loose');
  for (const pattern of kept) mark(pattern, 'hard');
  return inside;
}

function codeUnitToIndex(characters: readonly string[]): readonly number[] {
  return characters.flatMap((character, index) => Array.from({ length: character.length }, () => index));
}
