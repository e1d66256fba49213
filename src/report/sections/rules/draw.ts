import { drawTable, heading, type Sheet, subheading } from '../../renderers/pdf/index.ts';
import type { RulesModel } from './build.ts';

/** Draws packs, rules with their results, and the files of the declaration. */
export function drawRules(sheet: Sheet, model: RulesModel): void {
  heading(sheet, model.title);
  subheading(sheet, model.packsTitle);
  drawTable(sheet, {
    ...model.packs,
    columns: [{ share: 20 }, { share: 42 }, { share: 14 }, { share: 8, align: 'right' }, { share: 16 }],
  });
  subheading(sheet, model.rulesTitle);
  drawTable(sheet, {
    ...model.rules,
    columns: [
      { share: 14 },
      { share: 21 },
      { share: 23 },
      { share: 13 },
      { share: 6, align: 'right' },
      { share: 7.5, align: 'right' },
      { share: 9, align: 'right' },
      { share: 6.5, align: 'right' },
    ],
  });
  subheading(sheet, model.sourcesTitle);
  drawTable(sheet, { ...model.sources, columns: [{ share: 70 }, { share: 30 }] });
}
