import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { text } from '../messages/index.ts';
import { faultOfIssue } from './fault-of-issue.ts';
import type { PackFault } from './pack.ts';

/** What stands in a YAML file, and the line of each of its paths; of a path that is not there, the line of its owner. */
export interface LocatedYaml<T> {
  readonly value: T;
  readonly source: string;
  lineOf(path: readonly string[]): number;
}

/** Reads one YAML file by its schema; adds every fault with its line, and gives undefined when there is any. */
export function readYaml<S extends z.ZodType>(file: string, schema: S, faults: PackFault[]): z.infer<S> | undefined {
  return locateYaml(file, schema, faults)?.value;
}

/** Like `readYaml`, with the lines of what was read. */
export function locateYaml<S extends z.ZodType>(
  file: string,
  schema: S,
  faults: PackFault[],
): LocatedYaml<z.infer<S>> | undefined {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    faults.push({ file, line: 1, path: '', because: text('pack-fault.file-missing') });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  for (const error of document.errors) {
    faults.push({
      file,
      line: lines.linePos(error.pos[0]).line,
      path: '',
      because: text('pack-fault.yaml', { message: error.message.split('\n')[0] ?? '' }),
    });
  }
  if (document.errors.length > 0) return undefined;
  const lineOf = (path: readonly string[]) => lineIn(document, path, lines);
  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  if (parsed.success) return { value: parsed.data, source, lineOf };
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String);
    // An unknown key is best shown where it stands itself.
    const at = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
    faults.push({ file, line: lineOf(at), path: path.join('.'), because: faultOfIssue(issue) });
  }
  return undefined;
}

function lineIn(document: ReturnType<typeof parseDocument>, path: readonly string[], lines: LineCounter): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return lines.linePos(Number(node.range[0])).line;
    }
  }
  return 1;
}
