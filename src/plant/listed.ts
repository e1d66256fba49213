/** Words in a row, as each language separates them. */
export function listed(words: Iterable<string>): { readonly zh: string; readonly en: string } {
  const all = [...words];
  return { zh: all.join('、'), en: all.join(', ') };
}
