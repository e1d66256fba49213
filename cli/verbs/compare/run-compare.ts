import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compareExports, type ExportChange } from '../../../src/plant/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';

/**
 * Prints what differs between two exports: 0 nothing, 1 something, 2 a file that cannot be read or nothing in common,
 * 3 nothing seen to differ but not everything compared.
 */
export async function runCompare(
  beforeFile: string,
  afterFile: string,
  { json }: { readonly json?: boolean },
  io: Terminal,
): Promise<number> {
  const files = [beforeFile, afterFile].map((file) => ({ file, bytes: bytesOf(file) }));
  const [first, second] = files.map(({ bytes }) => bytes);
  for (const { file, bytes } of files) if (bytes === undefined) io.fail('importers.unreadable-file', { file });
  if (first === undefined || second === undefined) return exitCode.usage;
  const comparison = await compareExports(first, second);
  const { before, after, changes, uncompared } = comparison;
  const kinds = ['tags', 'blocks', 'functions'] as const;
  if (!kinds.some((kind) => before[kind] > 0 && after[kind] > 0)) {
    io.fail('compare.other-kind');
    return exitCode.usage;
  }
  if (json === true) io.print(JSON.stringify(comparison, null, 2));
  else {
    io.print(io.say('compare.file', { file: basename(beforeFile), ...before }));
    io.print(io.say('compare.file', { file: basename(afterFile), ...after }));
    for (const change of changes) io.print(lineOf(change, io));
    for (const { side, place, because } of uncompared) {
      const values = { side: io.say(`compare.side-${side}`), because: io.say(`compare.because-${because}`) };
      io.print(io.say('compare.uncompared', { ...values, place }));
    }
    if (changes.length + uncompared.length === 0) io.print(io.say('compare.none'));
    else io.print(io.say('compare.count', { changes: changes.length, uncompared: uncompared.length }));
  }
  if (changes.length > 0) return exitCode.notSatisfied;
  return uncompared.length > 0 ? exitCode.inconclusive : exitCode.done;
}

function lineOf(change: ExportChange, io: Terminal): string {
  const what = io.say(`compare.what-${change.what}`);
  switch (change.change) {
    case 'added':
    case 'removed':
      return io.say(`compare.${change.change}`, { what, id: change.id });
    case 'renamed':
      return io.say('compare.renamed', { what, before: change.before, after: change.after });
    case 'changed': {
      const written = (cell: string) => (cell === '' ? io.say('compare.nothing') : cell);
      const { id, field } = change;
      return io.say('compare.changed', {
        what,
        id,
        field: fieldText(field, io),
        before: written(change.before),
        after: written(change.after),
      });
    }
  }
}

function fieldText(field: Extract<ExportChange, { change: 'changed' }>['field'], io: Terminal): string {
  switch (field) {
    case 'LL':
    case 'L':
    case 'H':
    case 'HH':
      return io.say('compare.field-limit', { name: field });
    default:
      return io.say(`compare.field-${field}`);
  }
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
