import { indexOf, type Plant } from '../plant/index.ts';
import {
  type Catalogue,
  type KindedFunction,
  type RequiredFunction,
  requiredFunctions,
  type Subject,
} from '../rules/index.ts';

/** Everything that rules may be about, in the order of the plant file. */
export function subjectsOf(plant: Plant, catalogue: Catalogue): readonly Subject[] {
  const { coveringOf, functionsOf, inOrder } = indexOf(plant);
  const required = requiredFunctions(plant, catalogue);
  const rowsOf = new Map<string, RequiredFunction[]>(plant.units.map(({ id }) => [id, []]));
  for (const row of required) rowsOf.get(row.unit.id)?.push(row);
  const kindOf = new Map(required.map(({ row }) => [row.id, row.kind]));
  const functions = plant.functions.map((it) => ({
    function: it,
    kinds: [...it.covers.flatMap((claim) => kindOf.get(claim.function) ?? []), ...(it.serves ?? [])],
  }));
  const kinded = new Map(functions.map((each) => [each.function, each]));
  const functionsIn = (units: readonly string[]): readonly KindedFunction[] =>
    inOrder(units.flatMap(functionsOf)).flatMap((it) => kinded.get(it) ?? []);
  return [
    { kind: 'enterprise' as const, id: plant.enterprise.uscc, functions, plant },
    ...plant.controllers.map((controller) => ({ kind: 'controller' as const, id: controller.id, controller, plant })),
    ...plant.units.map((unit) => ({
      kind: 'unit' as const,
      id: unit.id,
      unit,
      required: rowsOf.get(unit.id) ?? [],
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
      rows: (rowsOf.get(it.unit) ?? []).filter(({ row }) => it.covers.some((claim) => claim.function === row.id)),
      plant,
    })),
    ...required.map((row) => ({
      kind: 'required-function' as const,
      id: row.id,
      required: row,
      coveredBy: coveringOf(row.unit.id, row.row.id),
      plant,
    })),
  ];
}
