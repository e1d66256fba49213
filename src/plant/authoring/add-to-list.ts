import { isScalar, isSeq, parseDocument } from 'yaml';

/**
 * The plant file with one more entry (as it is to stand there) behind the last one of a list, which is made where there is
 * none; every other byte stays. Undefined where something else stands under that name.
 */
export function addToList(source: string, section: string, written: string): string | undefined {
  const list = parseDocument(source, { schema: 'failsafe', stringKeys: true }).get(section, true);
  if (list === undefined) return `${source}${source.endsWith('\n') ? '' : '\n'}\n${section}:\n  - ${written}\n`;
  if (isScalar(list) || !isSeq(list)) return undefined;
  const end = list.range?.[1] ?? source.length;
  if (list.flow === true) {
    const close = source.lastIndexOf(']', end - 1);
    return `${source.slice(0, close).trimEnd()}${list.items.length === 0 ? '' : ', '}${written}${source.slice(close)}`;
  }
  const start = list.range?.[0] ?? 0;
  const indent = ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
  const last = source.slice(0, end).trimEnd().length;
  const line = source.indexOf('\n', last);
  const at = line === -1 ? source.length : line + 1;
  const head = source.slice(0, at);
  return `${head}${head.endsWith('\n') ? '' : '\n'}${indent}- ${written}\n${source.slice(at)}`;
}
