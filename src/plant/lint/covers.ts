import { type Text, text } from '../../messages/index.ts';
import { listed } from '../listed.ts';
import { hint } from '../nearest.ts';
import { faultAt, type PlantFault } from '../plant-fault.ts';
import { claimedProcesses } from './claimed-processes.ts';
import type { Lint, LintOptions } from './lint.ts';

type KnownRows = NonNullable<LintOptions['knownRows']>;

/** What a function claims to cover exists: the row, its trigger, its action, of a process that its unit has. */
export const covers: Lint = ({ units, functions, deviations, declarations, placeOf, isWritten }, { knownRows }) => {
  const faults: PlantFault[] = [];
  for (const [id, { processes }] of units.all) {
    for (const [i, process] of processes.entries()) {
      if (knownRows === undefined || knownRows(`${process}-C01`) !== undefined) continue;
      const single = ['units', id, 'process'] as const;
      const path = isWritten(single) ? single : ['units', id, 'processes', i];
      faults.push(faultAt(placeOf(path), text('plant.unknown-process', { process })));
    }
  }
  const processesOf = (unit: string) => claimedProcesses(unit, { units, declarations });
  for (const [id, it] of functions.all) {
    for (const [i, claim] of it.covers.entries()) {
      const path = ['functions', id, 'covers', i] as const;
      const row = wrongRow(claim.function, processesOf(it.unit), it.unit, knownRows);
      if (row !== undefined) faults.push(faultAt(placeOf([...path, 'function']), row));
      const known = knownRows?.(claim.function);
      for (const [key, all] of [
        ['trigger', known?.triggers],
        ['action', known?.actions],
      ] as const) {
        const written = claim[key];
        if (written === undefined || all === undefined || all.includes(written)) continue;
        const values = { row: claim.function, written, known: listed(all), hint: hint(written, all) };
        faults.push(faultAt(placeOf([...path, key]), text(`plant.unknown-${key}`, values)));
      }
    }
  }
  for (const [i, { of }] of deviations) {
    if ('function' in of) continue;
    const row = wrongRow(of.row, processesOf(of.unit), of.unit, knownRows);
    if (row !== undefined) faults.push(faultAt(placeOf(['deviations', i, 'row']), row));
  }
  return faults;
};

function wrongRow(
  row: string,
  processes: readonly string[] | undefined,
  id: string,
  knownRows: KnownRows | undefined,
): Text | undefined {
  if (!/^P\d{2}-C\d{2}$/.test(row)) return text('plant.row-form', { row });
  const process = row.slice(0, 3);
  if (processes !== undefined && !processes.includes(process))
    return text('plant.row-process', { row, unit: id, process });
  return knownRows !== undefined && knownRows(row) === undefined ? text('plant.unknown-row', { row }) : undefined;
}
