import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadPlant } from './load-plant.ts';
import { indexOf } from './plant-index.ts';

it.each(['chlorination', 'synthetic-ammonia', 'converter-shop'])('finds in %s what a search would find', (name) => {
  const loaded = loadPlant(fileURLToPath(new URL(`../../fixtures/plants/${name}/plant.yaml`, import.meta.url)));
  if (!loaded.ok) throw new Error('the plant file has faults');
  const { plant } = loaded;
  const { controllers, functions, hazardInstallations, permits, units } = plant;
  const index = indexOf(plant);
  const points = [...plant.points.values()];
  for (const controller of controllers) {
    expect(index.controller(controller.id)).toBe(controller);
    expect(index.pointsOf(controller.id)).toEqual(points.filter((point) => point.controller === controller.id));
  }
  for (const unit of units) {
    expect(index.unit(unit.id)).toBe(unit);
    expect(index.functionsOf(unit.id)).toEqual(functions.filter((it) => it.unit === unit.id));
    expect(index.installationsOf(unit.id)).toEqual(hazardInstallations.filter((each) => each.units.includes(unit.id)));
  }
  for (const it of functions) {
    for (const { function: row } of it.covers)
      expect(index.coveringOf(it.unit, row)).toEqual(
        functions.filter((other) => other.unit === it.unit && other.covers.some((claim) => claim.function === row)),
      );
    for (const { element, to } of it.effects)
      expect(index.moversOf(element, to)).toEqual(
        functions.filter((other) => other.effects.some((effect) => effect.element === element && effect.to === to)),
      );
  }
  for (const { bypass } of permits)
    expect(index.permitsOf(bypass)).toEqual(permits.filter((each) => each.bypass === bypass));
  expect(index.inOrder([...functions].reverse())).toEqual(functions);
  expect(index.pointsOf('nobody')).toEqual([]);
  expect(index.controller(undefined)).toBeUndefined();
});
