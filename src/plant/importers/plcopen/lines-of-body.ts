import { type Element, elementOf } from './element.ts';

/** Where and how large something is drawn. */
const drawing: ReadonlySet<string> = new Set(['position', 'relPosition', 'comment', 'addData']);
const sizes: ReadonlySet<string> = new Set(['width', 'height', 'globalId']);

/** What a body does, one line an element or a line of text; its drawing left out. */
export function linesOfBody({ name, attributes, children }: Element, depth = 0): readonly string[] {
  if (drawing.has(name)) return [];
  const own = Object.entries(attributes).filter(([key]) => !sizes.has(key));
  const head = [name, ...own.map(([key, value]) => `${key}=${value}`)].join(' ');
  const below = children.flatMap((node) => {
    if (typeof node === 'object' && node !== null && '#text' in node) return textLines(String(node['#text']));
    return linesOfBody(elementOf(node), depth + 1);
  });
  const isLayout = ['body', 'ST', 'IL', 'xhtml', 'p'].includes(name);
  return isLayout
    ? below
    : [`${head}${below.length === 1 ? `: ${below[0]?.trim()}` : ''}`, ...(below.length === 1 ? [] : below)];
}

function textLines(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
