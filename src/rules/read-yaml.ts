import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { PackFault } from './pack.ts';

/** Reads one YAML file of a pack by its schema; adds every fault with its line, and gives undefined when there is any. */
export function readYaml<S extends z.ZodType>(file: string, schema: S, faults: PackFault[]): z.infer<S> | undefined {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    faults.push({ file, line: 1, path: '', because: 'this file is missing or cannot be read' });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  for (const error of document.errors) {
    faults.push({ file, line: lines.linePos(error.pos[0]).line, path: '', because: error.message });
  }
  if (document.errors.length > 0) return undefined;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String);
    faults.push({ file, line: lineOf(document, path, lines), path: path.join('.'), because: issue.message });
  }
  return undefined;
}

function lineOf(document: ReturnType<typeof parseDocument>, path: readonly string[], lines: LineCounter): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return lines.linePos(Number(node.range[0])).line;
    }
  }
  return 1;
}
