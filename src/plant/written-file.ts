import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { type Text, text } from '../messages/index.ts';
import { faultAt, type Place, type PlantFault } from './plant-fault.ts';

/** A way into the file: keys and indices. */
export type Path = readonly (string | number)[];

/** A YAML file as it was written: its values as text, lists and maps, and where each of them stands. */
export interface WrittenFile {
  readonly value: unknown;
  /** Where the value at a path stands; of a path that is not there, its nearest owner. The path itself stays as asked. */
  placeOf(path: Path): Place;
  /** Where the last key of a path stands. */
  placeOfKey(path: Path): Place;
  isWritten(path: Path): boolean;
}

/** Parses a YAML file without interpreting any scalar. A file whose syntax is broken has faults and no value. */
export function parseWrittenFile(
  file: string,
  source: string,
): { readonly written?: WrittenFile; readonly faults: readonly PlantFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const placeAt = (offset: number, path: Path): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), path: pathText(path) };
  };
  const placeOf = (path: Path) => placeAt(offsetOf(document, path), path);
  const placeOfKey = (path: Path) => placeAt(keyOffsetOf(document, path) ?? offsetOf(document, path), path);
  const isWritten = (path: Path) => document.hasIn(path);
  const problems = tellingProblems([...document.errors, ...document.warnings]);
  const faults = problems.map((problem) => faultAt(placeAt(problem.pos[0], []), problemText(problem, source)));
  if (problems.some((problem) => problem.code !== 'DUPLICATE_KEY')) return { faults };
  try {
    return { written: { value: document.toJS(), placeOf, placeOfKey, isWritten }, faults };
  } catch {
    return { faults: [...faults, faultAt(placeAt(0, []), text('plant.yaml-aliases'))] };
  }
}

function offsetOf(document: Document, path: Path): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  if (path.length === 0) return 0;
  const owner = path.slice(0, -1);
  return keyOffsetOf(document, owner) ?? offsetOf(document, owner);
}

function keyOffsetOf(document: Document, path: Path): number | undefined {
  const owner = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(owner)) return undefined;
  const key = owner.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key;
  return isScalar(key) && key.range ? key.range[0] : undefined;
}

/** `functions.SIF-101.when[0].vote` */
function pathText(path: Path): string {
  return path.reduce<string>(
    (before, step) => (typeof step === 'number' ? `${before}[${step}]` : before === '' ? step : `${before}.${step}`),
    '',
  );
}

/** A key written twice leaves the rest of the tree sound. Any other error breaks all that follows it: only the first tells something. */
function tellingProblems(all: readonly YAMLError[]): readonly YAMLError[] {
  const tabs = all.filter((problem) => problem.code === 'TAB_AS_INDENT');
  const twice = all.filter((problem) => problem.code === 'DUPLICATE_KEY');
  const other = all.find((problem) => problem.code !== 'DUPLICATE_KEY');
  return [...twice, ...(tabs.length > 0 || other === undefined ? tabs : [other])];
}

function problemText(problem: YAMLError, source: string): Text {
  switch (problem.code) {
    case 'DUPLICATE_KEY':
      return text('plant.yaml-duplicate-key', { key: wordAt(source, problem.pos[0]) });
    case 'TAB_AS_INDENT':
      return text('plant.yaml-tab');
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return text('plant.yaml-indent');
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
      return text('plant.yaml-token', { near: wordAt(source, problem.pos[0]) });
    case 'BAD_SCALAR_START':
      return text('plant.yaml-quote', { near: wordAt(source, problem.pos[0]) });
    case 'TAG_RESOLVE_FAILED':
      return text('plant.yaml-tag');
    case 'MULTIPLE_DOCS':
      return text('plant.yaml-documents');
    default:
      return text('plant.yaml-syntax', { code: problem.code });
  }
}

function wordAt(source: string, offset: number): string {
  return /^[^:\s]*/.exec(source.slice(offset, offset + 100))?.[0] ?? '';
}
