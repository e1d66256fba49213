import { alignCells } from '../../../src/messages/index.ts';
import type { Plant } from '../../../src/plant/index.ts';
import { type Catalogue, requiredFunctions, uncoveredPairs } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';

/** Prints the required control functions of each unit, with what they bind as, and whether the plant file covers them. */
export function showRequired(plant: Plant, catalogue: Catalogue, io: Terminal): void {
  const all = requiredFunctions(plant, catalogue);
  for (const unit of plant.units) {
    const own = all.filter((each) => each.unit.id === unit.id);
    for (const process of new Set([...unit.processes, ...own.map((each) => each.process.id)])) {
      const rows = own.filter((each) => each.process.id === process);
      const title = catalogue.get(process)?.name[io.language] ?? '';
      io.print(io.say('init.required-head', { unit: unit.id, name: unit.name, process, title }));
      const functions = plant.functions.filter((it) => it.unit === unit.id);
      const lines = rows.map(({ row, standing }) => {
        const isOpen = uncoveredPairs(row, functions).length > 0;
        const state = io.say(isOpen ? 'init.required-open' : 'init.required-covered');
        return `  ${row.id}  ${state}  ${io.say(`init.standing-${standing}`)}  ${row.name[io.language]}`;
      });
      for (const line of alignCells(lines)) io.print(line);
    }
  }
}
