import { isMap, isScalar, parseDocument } from 'yaml';
import type { Path } from '../written-file.ts';

/**
 * The plant file with a key of a group set to one value (a word, or a group in braces as it is to stand there): replaced
 * where it is written, added behind the first key where not; every other byte stays. Undefined where there is no such group.
 */
export function setKey(source: string, path: Path, key: string, written: string): string | undefined {
  const document = parseDocument(source, { schema: 'failsafe', stringKeys: true });
  const it = document.getIn(path, true);
  if (!isMap(it)) return undefined;
  const pair = it.items.find((each) => isScalar(each.key) && each.key.value === key);
  if (pair !== undefined) {
    const range = isScalar(pair.value) ? pair.value.range : undefined;
    return range === undefined || range === null
      ? undefined
      : `${source.slice(0, range[0])}${written}${source.slice(range[1])}`;
  }
  const [first, second] = it.items;
  if (first === undefined || !isScalar(first.key)) return undefined;
  if (it.flow === true) {
    const close = source.lastIndexOf('}', (it.range?.[1] ?? 0) - 1);
    const before = source.slice(0, close).trimEnd().replace(/,$/, '');
    return `${before}, ${key}: ${written} ${source.slice(close)}`;
  }
  const start = first.key.range?.[0] ?? 0;
  const indent = ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
  const next = isScalar(second?.key) ? second.key.range?.[0] : undefined;
  const after = next === undefined ? (it.range?.[1] ?? source.length) : source.lastIndexOf('\n', next - 1) + 1;
  const head = source.slice(0, after);
  return `${head}${head.endsWith('\n') ? '' : '\n'}${indent}${key}: ${written}\n${source.slice(after)}`;
}
