import type { Catalogue } from './catalogue.ts';
import { knownRow } from './known-row.ts';

/** What the lint of a plant file may know of the catalogue: the rows, and the monitored parameters. */
export function lintOptionsOf(catalogue: Catalogue): {
  readonly knownRows: (id: string) => ReturnType<typeof knownRow>;
  readonly knownParameters: (process: string) => readonly string[] | undefined;
} {
  return {
    knownRows: (id) => knownRow(catalogue, id),
    knownParameters: (process) => catalogue.get(process)?.parameters.names.map((name) => name.zh),
  };
}
