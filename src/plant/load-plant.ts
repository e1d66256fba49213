import { assemblePlant } from './assemble-plant.ts';
import { lintPlant } from './lint/index.ts';
import type { LintOptions } from './lint/lint.ts';
import type { Plant } from './plant.ts';
import { type PlantFault, sortedFaults } from './plant-fault.ts';
import { readDraft } from './read-draft.ts';
import { readSource, type SourceReader } from './read-source.ts';
import { type PlantRemark, remarksOn } from './remarks/index.ts';

/** A plant without any fault, or every fault that could be told, by file and line; either way what wants a look. */
export type LoadResult =
  | { readonly ok: true; readonly plant: Plant; readonly remarks: readonly PlantRemark[] }
  | { readonly ok: false; readonly faults: readonly PlantFault[]; readonly remarks: readonly PlantRemark[] };

/**
 * Reads, checks and cross-checks a plant file and the lists and documents that it names. Connects to nothing, never
 * throws for what an author wrote; `read` gives texts that are not on disk yet. With `knownRows` the claims on required functions are checked against the catalogue.
 */
export function loadPlant(file: string, options: LintOptions = {}, read: SourceReader = readSource): LoadResult {
  const { draft, sources, faults } = readDraft(file, read);
  const all = draft === undefined ? faults : [...faults, ...lintPlant(draft, options)];
  const remarks = draft === undefined ? [] : sortedFaults(remarksOn(draft));
  if (draft === undefined || all.length > 0) return { ok: false, faults: sortedFaults(all), remarks };
  return { ok: true, plant: assemblePlant(draft, sources), remarks };
}
