/** Known names that hold a word of the asked one, or are two letters away from it at most; the nearest first, no more than eight. */
export function neighbours(asked: string, known: readonly string[]): readonly string[] {
  const words = asked.toLowerCase().split(/[\s_-]+/);
  const ranked = [...new Set(known)].flatMap((name) => {
    const away = distance(asked.toLowerCase(), name.toLowerCase());
    const shared = words.filter((word) => word.length > 2 && name.toLowerCase().includes(word)).length;
    return away <= 2 || shared > 0 ? [{ name, away: away - 4 * shared }] : [];
  });
  return ranked
    .toSorted((a, b) => a.away - b.away)
    .slice(0, 8)
    .map(({ name }) => name);
}

/** Levenshtein's distance. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (let index = 1; index <= to.length; index += 1) {
      const replaced = (row[index - 1] ?? 0) + (letter === to[index - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
