import type { Plant } from '../plant/index.ts';
import { type Catalogue, type RequiredFunction, requiredFunctions, type Subject } from '../rules/index.ts';

/** Everything that rules may be about, in the order of the plant file. */
export function subjectsOf(plant: Plant, catalogue: Catalogue): readonly Subject[] {
  const required = requiredFunctions(plant, catalogue);
  const kindOf = new Map(required.map(({ row }) => [row.id, row.kind]));
  const functions = plant.functions.map((it) => ({
    function: it,
    kinds: [...it.covers.flatMap((claim) => kindOf.get(claim.function) ?? []), ...(it.serves ?? [])],
  }));
  const functionsIn = (units: readonly string[]) => functions.filter(({ function: it }) => units.includes(it.unit));
  return [
    { kind: 'enterprise' as const, id: plant.enterprise.uscc, functions, plant },
    ...plant.controllers.map((controller) => ({ kind: 'controller' as const, id: controller.id, controller, plant })),
    ...plant.units.map((unit) => ({
      kind: 'unit' as const,
      id: unit.id,
      unit,
      required: required.filter((row) => row.unit.id === unit.id),
      functions: functionsIn([unit.id]),
      plant,
    })),
    ...plant.hazardInstallations.map((installation) => ({
      kind: 'hazard-installation' as const,
      id: installation.id,
      installation,
      functions: functionsIn(installation.units),
      plant,
    })),
    ...(plant.gasDetectors ?? []).map((detector) => ({
      kind: 'gas-detector' as const,
      id: detector.tag,
      detector,
      plant,
    })),
    ...plant.functions.map((it) => ({
      kind: 'safety-function' as const,
      id: it.id,
      function: it,
      rows: required.filter((row) => covers(row, it)),
      plant,
    })),
    ...required.map((row) => ({
      kind: 'required-function' as const,
      id: row.id,
      required: row,
      coveredBy: plant.functions.filter((it) => covers(row, it)),
      plant,
    })),
  ];
}

function covers(required: RequiredFunction, it: Plant['functions'][number]): boolean {
  return it.unit === required.unit.id && it.covers.some((claim) => claim.function === required.row.id);
}
