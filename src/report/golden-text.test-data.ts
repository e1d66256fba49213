/** Everything that a section says, line by line; cells of a row are joined by ` | `. For golden files that people can read. */
export function goldenText(model: unknown): string {
  return `${linesOf(model).join('\n')}\n`;
}

function linesOf(it: unknown): readonly string[] {
  if (typeof it === 'string') return [it];
  if (typeof it !== 'object' || it === null) return it === undefined ? [] : [String(it)];
  if (Array.isArray(it)) {
    const isRow = it.length > 0 && it.every((cell) => typeof cell === 'string');
    return isRow ? [it.join(' | ')] : it.flatMap(linesOf);
  }
  const entries = Object.entries(it);
  if ('label' in it && entries.length <= 2)
    return [`${String(it.label)} | ${'value' in it ? String(it.value) : '____'}`];
  if ('mark' in it && 'says' in it) return [String(it.mark)];
  return entries.flatMap(([key, value]) => (key === 'cells' ? [linesOf(value).join(' ')] : linesOf(value)));
}
