import {
  drawFacts,
  drawLanes,
  drawTable,
  drawTrends,
  heading,
  prose,
  type Sheet,
  subheading,
} from '../../renderers/pdf/index.ts';
import type { DemandsModel } from './build.ts';

/** Draws the records of watches; a report that cites none says nothing of them. */
export function drawDemands(sheet: Sheet, { title, intro, records }: DemandsModel): void {
  if (records.length === 0) return;
  sheet.startPage();
  heading(sheet, title);
  prose(sheet, intro, { after: 6 });
  for (const { title: name, unfit, facts, picture, eventsTitle, events, judgements, tested } of records) {
    subheading(sheet, name);
    if (unfit !== undefined) prose(sheet, unfit, { tone: 'bad', after: 4 });
    drawFacts(sheet, facts, { size: 9 });
    if (picture !== undefined) {
      sheet.y += 4;
      drawTrends(sheet, picture.trends, 1);
      drawLanes(sheet, picture.lanes);
    }
    if (judgements.rows.length > 0)
      drawTable(sheet, { ...judgements, columns: [{ share: 13 }, { share: 87, isProse: true }], size: 8 });
    if (tested !== undefined && tested.rows.length > 0)
      drawTable(sheet, {
        ...tested,
        columns: [
          { share: 12 },
          { share: 20 },
          { share: 14 },
          { share: 14 },
          { share: 10 },
          { share: 30, isProse: true },
        ],
        size: 8,
      });
    if (events.rows.length > 0) {
      prose(sheet, eventsTitle, { size: 9, bold: true, after: 2 });
      drawTable(sheet, {
        ...events,
        columns: [{ share: 17 }, { share: 17 }, { share: 16 }, { share: 50, isProse: true }],
        size: 8,
      });
    }
  }
}
