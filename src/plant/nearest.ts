import { type Text, text } from '../messages/index.ts';

/** The known word that differs from `written` in the fewest letters; undefined when all of them differ in too many. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const most = Math.floor(written.length / 3);
  let best: { readonly word: string; readonly letters: number } | undefined;
  for (const word of known) {
    if (Math.abs(word.length - written.length) > most) continue;
    const letters = differingLetters(written.toLowerCase(), word.toLowerCase());
    if (letters <= most && letters < (best?.letters ?? most + 1)) best = { word, letters };
  }
  return best?.word;
}

/** `（是否为“X”？）`, or nothing when no known word is near. */
export function hint(written: string, known: Iterable<string>): Text | '' {
  const near = nearest(written, known);
  return near === undefined ? '' : text('plant.did-you-mean', { near });
}

/** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
function differingLetters(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : replaced;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
