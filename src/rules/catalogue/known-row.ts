import type { Catalogue } from './catalogue.ts';

/** Triggers and actions of a row, for the cross-check of a plant file; undefined where the catalogue has no such row. */
export function knownRow(
  catalogue: Catalogue,
  id: string,
): { readonly triggers: readonly string[]; readonly actions: readonly string[] } | undefined {
  return catalogue.get(id.slice(0, 3))?.rows.find((row) => row.id === id);
}
