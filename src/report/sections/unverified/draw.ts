import { type Column, drawTable, heading, prose, type Sheet, subheading } from '../../renderers/pdf/index.ts';
import type { UnverifiedModel } from './build.ts';

const columns: Readonly<Record<UnverifiedModel['tables'][number]['kind'], readonly Column[]>> = {
  rows: [{ share: 16 }, { share: 26 }, { share: 26 }, { share: 32 }],
  reasons: [{ share: 23 }, { share: 21 }, { share: 25 }, { share: 31 }],
  notChecked: [{ share: 18 }, { share: 38 }, { share: 14 }, { share: 30 }],
};

/** Draws what could not be verified, before any finding. */
export function drawUnverified(sheet: Sheet, { title, intro, tables }: UnverifiedModel): void {
  sheet.startPage();
  heading(sheet, title);
  prose(sheet, intro, { after: 6 });
  for (const { title: name, kind, table } of tables) {
    subheading(sheet, name);
    drawTable(sheet, { ...table, columns: columns[kind], size: 8.5 });
  }
}
