import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Covers } from '../plant.ts';

/**
 * The plant file with further `covers` of a function, written beside what stands there; every other byte stays. Undefined
 * where the file has no such function.
 */
export function addClaims(source: string, id: string, claims: readonly Covers[]): string | undefined {
  if (claims.length === 0) return source;
  const document = parseDocument(source, { schema: 'failsafe', stringKeys: true });
  const it = document.getIn(['functions', id], true);
  const [first] = isMap(it) ? it.items : [];
  if (!isMap(it) || first === undefined || !isScalar(first.key)) return undefined;
  const covers = it.get('covers', true);
  const written = claims.map(flowOf);
  if (isSeq(covers) && covers.flow === true) {
    const close = source.lastIndexOf(']', (covers.range?.[1] ?? 0) - 1);
    const isEmpty = covers.items.length === 0;
    return `${source.slice(0, close).trimEnd()}${isEmpty ? '' : ', '}${written.join(', ')}${source.slice(close)}`;
  }
  if (isSeq(covers)) {
    const start = covers.range?.[0] ?? 0;
    const indent = start - (source.lastIndexOf('\n', start - 1) + 1);
    return insertedAt(source, lineEnd(source, covers.range?.[1] ?? start), written, indent);
  }
  if (it.flow === true) {
    const close = source.lastIndexOf('}', (it.range?.[1] ?? 0) - 1);
    return `${source.slice(0, close).trimEnd()}, covers: [${written.join(', ')}] ${source.slice(close)}`;
  }
  // In block style the keys stand in one column, below each other: the new one goes before the second.
  const start = first.key.range?.[0] ?? 0;
  const indent = start - (source.lastIndexOf('\n', start - 1) + 1);
  const [, second] = it.items;
  const key = isScalar(second?.key) ? second.key.range?.[0] : undefined;
  const at = key === undefined ? lineEnd(source, it.range?.[1] ?? start) : source.lastIndexOf('\n', key - 1) + 1;
  const head = `${' '.repeat(indent)}covers:\n`;
  return insertedAt(source, at, written, indent + 2, head);
}

/** The end of the last line that holds something before `offset`. */
function lineEnd(source: string, offset: number): number {
  const last = source.slice(0, offset).trimEnd().length;
  const end = source.indexOf('\n', last);
  return end === -1 ? source.length : end + 1;
}

function insertedAt(source: string, at: number, claims: readonly string[], indent: number, head = ''): string {
  const before = source.slice(0, at);
  const lines = claims.map((claim) => `${' '.repeat(indent)}- ${claim}\n`).join('');
  return `${before}${before.endsWith('\n') || before === '' ? '' : '\n'}${head}${lines}${source.slice(at)}`;
}

function flowOf(claim: Covers): string {
  const pairs = [
    ['function', claim.function],
    ['trigger', claim.trigger],
    ['action', claim.action],
  ].flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${scalarOf(value)}`]));
  return `{ ${pairs.join(', ')} }`;
}

function scalarOf(text: string): string {
  return /[,[\]{}:#&*!|>'"%@`]|^\s|\s$|^[-?]/u.test(text) ? JSON.stringify(text) : text;
}
