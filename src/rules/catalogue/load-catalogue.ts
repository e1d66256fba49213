import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Catalogue, catalogueProcessSchema } from './catalogue.ts';

/** Reads the catalogue that ships with the tool. A fault in it is ours: it throws. */
export function loadCatalogue(): Catalogue {
  const folder = new URL('./processes/', import.meta.url);
  const processes = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => catalogueProcessSchema.parse(parse(readFileSync(new URL(file, folder), 'utf8'))));
  return new Map(processes.map((process) => [process.id, process]));
}
