/** Names of places and targets of links: for viewers, not for readers. */
const unsaid = new Set(['anchor', 'anchors', 'links', 'to']);

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
  if ('label' in it && entries.length <= 2 && !('at' in it))
    return [`${String(it.label)} | ${'value' in it ? String(it.value) : '____'}`];
  if (('mark' in it || 'sign' in it) && 'says' in it) return [`${String(Object.values(it)[0])} ${String(it.says)}`];
  if ('x' in it && 'y' in it && entries.length === 2) return [`${String(it.x)}, ${String(it.y)}`];
  return entries.flatMap(([key, value]) => {
    if (unsaid.has(key) && typeof value !== 'number' && !isInstantText(value)) return [];
    return key === 'cells' ? [linesOf(value).join(' ')] : linesOf(value);
  });
}

/** A trend also has a `to`: the end of its window. */
function isInstantText(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-/.test(value);
}
