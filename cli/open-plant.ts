import { formatFault, formatFaultCount, loadPlant, type Plant } from '../src/plant/index.ts';
import { knownRow, loadCatalogue } from '../src/rules/index.ts';
import { askLogins, type Logins } from './logins.ts';
import { missingSecrets } from './target-of.ts';
import type { Terminal } from './terminal.ts';

/** A plant file without faults and every log-in that it names; undefined after saying what is wrong. Nothing is connected. */
export async function openPlant(
  file: string,
  io: Terminal,
): Promise<{ readonly plant: Plant; readonly logins: Logins } | undefined> {
  const catalogue = loadCatalogue();
  const loaded = loadPlant(file, { knownRows: (id) => knownRow(catalogue, id) });
  if (!loaded.ok) {
    for (const fault of loaded.faults) io.note(formatFault(fault, io.language));
    io.note(formatFaultCount(loaded.faults.length, io.language));
    return undefined;
  }
  const { plant } = loaded;
  const logins = await askLogins(plant, io);
  const missing = missingSecrets(plant, logins);
  for (const { controller, name, message } of missing) io.fail(message, { controller, name });
  return missing.length > 0 ? undefined : { plant, logins };
}

/** Whether a word of the command line is an endpoint, and not a plant file. */
export function isEndpoint(written: string): boolean {
  return /^[a-z][a-z0-9.-]*:\/\//i.test(written);
}
