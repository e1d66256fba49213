import { alignCells } from '../../../src/messages/index.ts';
import { loadCatalogue } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { processPage } from './reference/process-page.ts';

/** Shows one process of the catalogue, or the list of all. */
export function showCatalogue(id: string | undefined, json: boolean, io: Terminal): number {
  const catalogue = loadCatalogue();
  const ids = id === undefined ? catalogue.ids : [id.toUpperCase()];
  const processes = ids.flatMap((each) => catalogue.get(each) ?? []);
  const [first] = processes;
  if (first === undefined) {
    io.fail('rulebase.no-such-process', { id: id ?? '', known: catalogue.ids.join(', ') });
    return exitCode.usage;
  }
  if (json) {
    io.print(JSON.stringify(id === undefined ? { processes } : first, undefined, 2));
    return exitCode.done;
  }
  if (id !== undefined) io.print(processPage(first, io.language));
  else {
    const lines = processes.map(
      ({ id: each, name, rows, clause }) => `${each}  ${name[io.language]}  ${rows.length}  ${clause.document}`,
    );
    for (const line of alignCells(lines)) io.print(line);
  }
  return exitCode.done;
}
