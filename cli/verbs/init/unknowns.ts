import type { Plant } from '../../../src/plant/index.ts';
import { type Catalogue, type RequiredFunction, requiredFunctions, uncoveredPairs } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';
import { rowText } from './ask-rows.ts';

/** What a plant file without fault still does not say, one line each. */
export function unknownsOf(plant: Plant, catalogue: Catalogue, io: Terminal): readonly string[] {
  const ofUnits = plant.units.flatMap(({ id, scale, commissioned, state, processes }) => [
    ...(scale === undefined && processes.length > 0 ? [io.say('init.unknown-scale', { unit: id })] : []),
    ...(commissioned === undefined ? [io.say('init.unknown-commissioned', { unit: id })] : []),
    ...(state === undefined ? [io.say('init.unknown-state', { unit: id })] : []),
  ]);
  const rows = requiredFunctions(plant, catalogue).flatMap((required) => openLine(required, plant, io));
  return [
    ...ofUnits,
    ...(plant.hazardInstallationsStated === true || plant.hazardInstallations.length > 0
      ? []
      : [io.say('init.unknown-installations')]),
    ...(plant.controllers.length === 0 ? [io.say('init.unknown-controllers')] : []),
    ...(plant.points.size === 0 ? [io.say('init.unknown-points')] : []),
    ...rows,
  ];
}

function openLine({ unit, row }: RequiredFunction, plant: Plant, io: Terminal): readonly string[] {
  const own = plant.functions.filter((it) => it.unit === unit.id);
  const open = uncoveredPairs(row, own);
  if (open.length === 0) return [];
  const isTouched = own.some(({ covers }) => covers.some((claim) => claim.function === row.id));
  if (!isTouched) return [`${unit.id}  ${io.say('init.unknown-row', { row: rowText(row, io) })}`];
  const pairs = open.map(({ trigger, action }) => [trigger, action].filter((each) => each !== undefined).join(' → '));
  return [`${unit.id}  ${io.say('init.unknown-pairs', { row: row.id, pairs: pairs.join(io.say('report.comma')) })}`];
}
