import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Catalogue, type CatalogueProcess, catalogueProcessSchema } from './catalogue.ts';

/** Opens the catalogue that ships with the tool; a process is read when it is first asked for. A fault in it is ours: it throws. */
export function loadCatalogue(): Catalogue {
  const folder = new URL('./processes/', import.meta.url);
  const ids = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', '').toUpperCase())
    .sort();
  const read = new Map<string, CatalogueProcess>();
  return {
    ids,
    get(id) {
      if (!ids.includes(id)) return undefined;
      const known = read.get(id);
      if (known !== undefined) return known;
      const source = readFileSync(new URL(`${id.toLowerCase()}.yaml`, folder), 'utf8');
      const process = catalogueProcessSchema.parse(parse(source));
      read.set(id, process);
      return process;
    },
  };
}
