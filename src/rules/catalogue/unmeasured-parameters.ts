import { indexOf, type Plant, type SafetyFunction, type Unit } from '../../plant/index.ts';
import type { CatalogueProcess } from './catalogue.ts';

/**
 * Monitored parameters of the processes of a unit that nothing measures: neither points that the unit names for it, nor
 * the channels of a function that claims it as a trigger, e.g. `P03 氯化剂进料流量`.
 */
export function unmeasuredParameters(
  unit: Unit,
  processes: readonly CatalogueProcess[],
  plant: Plant,
): readonly string[] {
  const functions = indexOf(plant).functionsOf(unit.id).filter(measures);
  const isTrigger = (process: CatalogueProcess, name: string) =>
    functions.some((it) =>
      it.covers.some((claim) => claim.function.startsWith(`${process.id}-`) && claim.trigger === name),
    );
  return processes.flatMap((process) =>
    process.parameters.names
      .filter(({ zh }) => unit.monitors?.[zh] === undefined && !isTrigger(process, zh))
      .map(({ zh }) => `${process.id} ${zh}`),
  );
}

function measures({ causes, loop }: SafetyFunction): boolean {
  return loop !== undefined || causes.some((cause) => cause.channels.length > 0);
}
