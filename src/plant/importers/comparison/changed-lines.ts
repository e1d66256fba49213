/** So many lines of a block are shown; how many more there are is said. */
const most = 5;

/** Of two bodies the lines between their common beginning and end. */
export function changedLines(before: string, after: string): { readonly before: string; readonly after: string } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const shown = (lines: readonly string[]) => {
    const changed = lines.slice(start, lines.length - end).filter((line) => line !== '');
    const rest = changed.length - most;
    return [...changed.slice(0, most), ...(rest > 0 ? [`… +${rest}`] : [])].join(' ⏎ ');
  };
  return { before: shown(old), after: shown(now) };
}
