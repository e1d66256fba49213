import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plant } from '../../../src/plant/index.ts';

/** A name for the audit that no folder has yet: date, first unit, running number, e.g. `20180201-U100-01`. */
export function auditFolder(out: string, date: string, plant: Plant): { readonly id: string; readonly folder: string } {
  return freeFolder(out, [date.replaceAll('-', ''), plant.units[0]?.id ?? 'plant'].join('-'));
}

/** The first name that begins with the stem and that no folder below `out` has yet. */
export function freeFolder(out: string, stem: string): { readonly id: string; readonly folder: string } {
  for (let number = 1; ; number += 1) {
    const id = `${stem}-${String(number).padStart(2, '0')}`;
    const folder = join(out, id);
    if (!existsSync(folder)) return { id, folder };
  }
}
