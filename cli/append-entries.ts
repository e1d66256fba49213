import type { NewEntry, RegisterEntry, RegisterFile } from '../src/rectification/index.ts';
import type { Terminal } from './terminal.ts';

/** Writes entries after those that were read; says who was quicker and gives undefined where somebody was. */
export function appendEntries(
  register: RegisterFile,
  entries: readonly NewEntry[],
  after: number,
  io: Terminal,
): readonly RegisterEntry[] | undefined {
  const written = register.append(entries, after);
  if (written.ok) return written.entries;
  if ('busy' in written) {
    io.fail('rectification.register-busy');
    return undefined;
  }
  const [first] = written.newer;
  const by = first !== undefined && first.kind !== 'register-opened' ? first.body.by : '—';
  io.fail('rectification.register-changed', { by, number: first?.number ?? after + 1, count: written.newer.length });
  return undefined;
}
