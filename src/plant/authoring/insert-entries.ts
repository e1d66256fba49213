import { isMap, isScalar, parseDocument } from 'yaml';
import { blockOf } from './block-of.ts';

/**
 * The plant file with entries behind the last one of a section, which is made where there is none; every other byte stays.
 * Undefined where the section is written in braces.
 */
export function insertEntries(
  source: string,
  section: string,
  entries: ReadonlyMap<string, unknown>,
): string | undefined {
  if (entries.size === 0) return source;
  const { contents } = parseDocument(source, { schema: 'failsafe', stringKeys: true });
  const pair = isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === section) : undefined;
  const isEmpty = pair !== undefined && (pair.value === null || (isScalar(pair.value) && pair.value.value === ''));
  if (pair !== undefined && !isEmpty && (!isMap(pair.value) || pair.value.flow === true)) return undefined;
  const first = pair !== undefined && isMap(pair.value) ? pair.value.items[0]?.key : undefined;
  const start = isScalar(first) ? (first.range?.[0] ?? 0) : 0;
  const indent = start === 0 ? 2 : start - (source.lastIndexOf('\n', start - 1) + 1);
  const block = blockOf(entries, indent);
  if (pair === undefined) return `${source}${source.endsWith('\n') ? '' : '\n'}\n${section}:\n${block}`;
  const node = isMap(pair.value) ? pair.value : pair.key;
  const end = isScalar(node) || isMap(node) ? (node.range?.[1] ?? source.length) : source.length;
  const at = source[end - 1] === '\n' ? end : source.indexOf('\n', end) + 1 || source.length;
  const head = source.slice(0, at);
  return `${head}${head.endsWith('\n') ? '' : '\n'}${block}${source.slice(at)}`;
}
