// Full-width punctuation fills half of its square: closing marks the left half, opening marks the right half.
const closing = new Set('，。、；：！？）〕】》〉」』”’');
const opening = new Set('（〔【《〈「『“‘');
const han = /\p{Script=Han}/u;
const latin = /[A-Za-z0-9]/;
const half = 500;
/** Between ideographs and Latin letters or digits: below what a reader of the file would take for a space. */
const seam = 90;
/** Some faces draw the middle dot in a full square, which tears `U100·P03-C05` apart. */
const dotTrim = 280;
/** Year brackets of a document number stand close: `〔2016〕4号`. */
const bracketTrim = 300;

/**
 * Extra room between two characters, in thousandths of the size; negative draws them together. `wideDot`: whether the face
 * draws the middle dot in a full square.
 */
export function gapBetween(previous: string | undefined, next: string, wideDot: boolean): number {
  if (previous === undefined || (previous < '\u0080' && next < '\u0080')) return 0;
  let gap = 0;
  if (wideDot && previous === '·') gap -= dotTrim;
  if (wideDot && next === '·') gap -= dotTrim;
  if (closing.has(previous) && (closing.has(next) || opening.has(next))) gap -= half;
  else if (opening.has(previous) && opening.has(next)) gap -= half;
  if (next === '〔' || previous === '〕') return han.test(previous) || latin.test(next) ? -bracketTrim : gap;
  if ((han.test(previous) && latin.test(next)) || (latin.test(previous) && han.test(next))) gap += seam;
  return gap;
}

/** How much of a character may hang over the end of a line, being blank. */
export function hangs(character: string): number {
  return closing.has(character) ? half : 0;
}
