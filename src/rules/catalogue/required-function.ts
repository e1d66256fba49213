import { indexOf, type Plant, type Unit } from '../../plant/index.ts';
import { isConfirmed } from '../confidence.ts';
import type { Catalogue, CatalogueProcess, CatalogueRow, Nature } from './catalogue.ts';
import { isEmergency, natureOf } from './nature-of.ts';
import { type ProcessScope, processScope } from './process-scope.ts';

/**
 * Whether a row counts for a unit. `required` stands in the denominators; `unconfirmed-basis` (依据待核实) and
 * `recommended` are shown beside them; `scale-unknown` is required as far as anybody can tell: it stays unknown.
 */
export type Standing = 'required' | 'unconfirmed-basis' | 'recommended' | 'scale-unknown';

/** One row of the catalogue for one unit: the unit of counting. */
export interface RequiredFunction {
  /** e.g. `U100·P03-C05` */
  readonly id: string;
  readonly unit: Unit;
  readonly process: CatalogueProcess;
  readonly row: CatalogueRow;
  readonly nature: Nature;
  readonly emergency: boolean;
  readonly standing: Standing;
  /**
   * Whether the unit has the process at all: `unproved` where only its word says that it has not, `unconfirmed` where it
   * is shown to be left out by a text that nobody has seen: an unseen text takes no row out of the denominators.
   */
  readonly scope: Exclude<ProcessScope, 'out'> | 'unconfirmed';
}

/** All required functions of a plant, in the order of units, processes and rows. A process outside the catalogue is a fault of the plant file. */
export function requiredFunctions(plant: Plant, catalogue: Catalogue): readonly RequiredFunction[] {
  const processOf = (unit: Unit, id: string) => {
    const process = catalogue.get(id);
    if (process === undefined) throw new Error(`process ${id} of unit ${unit.id} is not in the catalogue`);
    return process;
  };
  return plant.units.flatMap((unit): readonly RequiredFunction[] => [
    ...unit.processes.flatMap((id): readonly RequiredFunction[] => {
      const process = processOf(unit, id);
      const stated = processScope(id, unit, plant);
      if (stated === 'out' && isExclusionConfirmed(process)) return [];
      const scope = stated === 'out' ? 'unconfirmed' : stated;
      return rowsOf(process, unit, plant).map((row) => ({ ...row, scope }));
    }),
    ...(unit.included ?? []).flatMap(({ process, standing }) => {
      if (standing !== 'counted' && standing !== 'unconfirmed') return [];
      const rows = rowsOf(processOf(unit, process), unit, plant);
      // A text that nobody has seen puts no row into the denominators: it is shown apart.
      return standing === 'counted' ? rows : rows.map((row) => ({ ...row, standing: 'unconfirmed-basis' as const }));
    }),
  ]);
}

/** The rows of a process for a unit that has it. */
function rowsOf(process: CatalogueProcess, unit: Unit, plant: Plant): readonly RequiredFunction[] {
  return process.rows.map((row) => ({
    id: `${unit.id}·${row.id}`,
    unit,
    process,
    row,
    nature: hasSil(plant, unit, row) && natureOf(row) === 'interlock' ? 'sif' : natureOf(row),
    emergency: isEmergency(row),
    standing: standingOf(row, unit),
    scope: 'in',
  }));
}

/** Whether a text that leaves something out of the process was seen, or confirmed by a document of the user. */
function isExclusionConfirmed({ scope }: CatalogueProcess): boolean {
  return scope.some(({ is, confidence }) => is === 'excluded' && isConfirmed(confidence));
}

/** An interlock for which a SIL is required is a safety instrumented function (judgement.md §1). */
function hasSil(plant: Plant, unit: Unit, row: CatalogueRow): boolean {
  return indexOf(plant)
    .coveringOf(unit.id, row.id)
    .some((it) => it.sil !== undefined);
}

function standingOf(row: CatalogueRow, unit: Unit): Standing {
  if (!isConfirmed(row.confidence)) return 'unconfirmed-basis';
  if (row.source === 'basic') return 'required';
  // REG-P-B: of the recommended schemes the emergency-shutdown part binds large and highly hazardous units.
  if (row.kind !== 'emergency-shutdown' && row.shutdown_part === undefined) return 'recommended';
  if (unit.scale === undefined) return 'scale-unknown';
  return unit.scale.value === 'other' ? 'recommended' : 'required';
}
