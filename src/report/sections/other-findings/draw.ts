import { drawTable, heading, prose, type Sheet, subheading } from '../../renderers/pdf/index.ts';
import type { OtherFindingsModel } from './build.ts';

/** Draws what does not bind, apart from the findings that do. */
export function drawOtherFindings(sheet: Sheet, model: OtherFindingsModel): void {
  heading(sheet, model.title);
  prose(sheet, model.intro, { after: 6 });
  if (model.findings.rows.length > 0) {
    drawTable(sheet, {
      ...model.findings,
      columns: [{ share: 14 }, { share: 14 }, { share: 20 }, { share: 17 }, { share: 17 }, { share: 18 }],
    });
  }
  if (model.rows.rows.length > 0) {
    subheading(sheet, model.rowsTitle);
    drawTable(sheet, {
      ...model.rows,
      columns: [{ share: 17 }, { share: 33 }, { share: 16 }, { share: 12 }, { share: 22 }],
    });
  }
}
