import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plant } from '../../../src/plant/index.ts';

/** A name for the audit that no folder has yet: date, first unit, running number, e.g. `20180201-U100-01`. */
export function auditFolder(out: string, date: string, plant: Plant): { readonly id: string; readonly folder: string } {
  const stem = [date.replaceAll('-', ''), plant.units[0]?.id ?? 'plant'].join('-');
  for (let number = 1; ; number += 1) {
    const id = `${stem}-${String(number).padStart(2, '0')}`;
    const folder = join(out, id);
    if (!existsSync(folder)) return { id, folder };
  }
}
