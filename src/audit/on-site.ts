import { z } from 'zod';
import type { Plant, SafetyFunction } from '../plant/index.ts';
import type { Catalogue } from '../rules/index.ts';

/** What a case plant becomes: a site without any key-supervised process. */
export const siteSchema = z.strictObject({
  sectors: z.array(z.enum(['hazardous-chemicals', 'metallurgy', 'other'])),
  /** Of an installation that all units belong to; absent = there is none. */
  hazard_level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  /** What functions serve beside the kinds of the rows that they covered, by their id. */
  serves: z.record(z.string(), z.array(z.string())).default({}),
});

/** A case plant without its processes: functions serve the kinds of the rows that they covered. */
export function onSite(plant: Plant, site: z.infer<typeof siteSchema>, catalogue: Catalogue): Plant {
  const { sectors, hazard_level: level } = site;
  const kindOf = (row: string) => catalogue.get(row.slice(0, 3))?.rows.find(({ id }) => id === row)?.kind;
  const served = ({ id, covers, serves = [] }: SafetyFunction) => [
    ...new Set([...covers.flatMap((claim) => kindOf(claim.function) ?? []), ...serves, ...(site.serves[id] ?? [])]),
  ];
  const installation = { id: 'MH1', name: 'MH1', record: 'MH1', kind: 'tank-farm', substances: [] } as const;
  return {
    ...plant,
    enterprise: { ...plant.enterprise, sectors },
    units: plant.units.map((unit) => ({ ...unit, processes: [] })),
    functions: plant.functions.map((it) => ({ ...it, covers: [], serves: served(it) })),
    hazardInstallations:
      level === undefined ? [] : [{ ...installation, level, units: plant.units.map(({ id }) => id) }],
    hazardInstallationsStated: true,
  };
}
