import type { AuditRecord } from '../../audit/index.ts';
import type { CensusUnit } from './register-entry.ts';

/** The census of automation of one audit: per unit its processes and the three answers. */
export function censusOf({ plant, coverage }: AuditRecord): readonly CensusUnit[] {
  return coverage.units.map(({ unit, required, pass, fail, unknown, built, esdPresent, inService }) => {
    const declared = plant.units.find(({ id }) => id === unit);
    const processes = declared?.processes ?? [];
    const counts = { required, pass, fail, unknown, built, esdPresent, inService };
    return { id: unit, name: declared?.name ?? unit, processes, ...counts };
  });
}
