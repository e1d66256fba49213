import { drawTable, heading, prose, type Sheet } from '../../renderers/pdf/index.ts';
import type { ExpertFindingsModel } from './build.ts';

/** Draws what people saw, apart from what the machine judged. */
export function drawExpertFindings(sheet: Sheet, { title, intro, findings }: ExpertFindingsModel): void {
  heading(sheet, title);
  prose(sheet, intro, { after: 6 });
  drawTable(sheet, {
    ...findings,
    columns: [
      { share: 10 },
      { share: 12 },
      { share: 24, isProse: true },
      { share: 18, isProse: true },
      { share: 14 },
      { share: 14, isProse: true },
      { share: 12 },
    ],
  });
}
