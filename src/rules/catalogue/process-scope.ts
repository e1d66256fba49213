import type { Declaration, Plant, Unit } from '../../plant/index.ts';

/** Processes that a later text leaves something out of (REG-P-D); a test holds the list to the catalogue. */
export const withExclusions: ReadonlySet<string> = new Set(['P14']);

/**
 * Whether a unit has a process that it names. `out`: it is of the kind that a later text leaves out, and a document or
 * somebody who saw it shows so; `unproved`: only its word says so, and nobody can tell.
 */
export type ProcessScope = 'in' | 'out' | 'unproved';

/** By the statement `outside-p14` of the unit; without one a unit has the process that it names. */
export function processScope(process: string, unit: Unit, plant: Plant): ProcessScope {
  const claim = exclusionClaim(process, unit, plant);
  if (claim === undefined || claim.is === 'absent' || !withExclusions.has(process)) return 'in';
  const { document, seenBy, date } = claim;
  const isShown = document !== undefined && plant.documents.get(document)?.file !== undefined;
  return isShown || (seenBy !== undefined && date !== undefined) ? 'out' : 'unproved';
}

/** What somebody states of a unit about being outside of a process that it names. */
export function exclusionClaim(process: string, { id }: Unit, plant: Plant): Declaration | undefined {
  const what = `outside-${process.toLowerCase()}`;
  return plant.declarations?.find((each) => each.of === id && each.what === what);
}

/** The processes that a unit has: those that it names without those that it is shown to be outside of, and those that it is counted among. */
export function processesInScope(unit: Unit, plant: Plant): readonly string[] {
  const named = unit.processes.filter((process) => processScope(process, unit, plant) !== 'out');
  const included = unit.included?.filter(({ standing }) => standing === 'counted') ?? [];
  return included.length === 0 ? named : [...named, ...included.map(({ process }) => process)];
}
