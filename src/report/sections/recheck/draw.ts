import { type Cell, drawTable, heading, prose, type Sheet, subheading } from '../../renderers/pdf/index.ts';
import type { RecheckedModel, RecheckModel } from './build.ts';

/** Draws the re-inspection: its sentence, one line per finding, then each finding before and after, then what is new. */
export function drawRecheck(sheet: Sheet, model: RecheckModel): void {
  sheet.startPage();
  heading(sheet, model.title);
  prose(sheet, model.sentence, { size: 14.5, bold: true, leading: 1.5, after: 4 });
  for (const sentence of model.intro) prose(sheet, sentence, { size: 10, tone: 'quiet', after: 2 });
  sheet.y += 4;
  drawTable(sheet, {
    headers: model.overview.headers,
    columns: [{ share: 6, align: 'center' }, { share: 20 }, { share: 52, isProse: true }, { share: 16 }],
    rows: model.overview.rows.map((row, index): readonly Cell[] => {
      const to = model.overview.links?.[index];
      const tone = model.findings[index]?.tone ?? 'ink';
      return row.map((text, place) =>
        place === 3 ? { text, bold: true, tone } : to !== undefined && place < 2 ? { text, to } : text,
      );
    }),
    size: 9,
  });
  subheading(sheet, model.freshTitle);
  if (model.fresh.rows.length === 0) prose(sheet, model.noFresh, { size: 10, tone: 'quiet', after: 6 });
  else {
    const columns = [{ share: 20 }, { share: 48, isProse: true }, { share: 17 }, { share: 15 }];
    drawTable(sheet, { ...model.fresh, columns, size: 9 });
  }
  subheading(sheet, model.findingsTitle);
  for (const finding of model.findings) drawFinding(sheet, finding);
}

function drawFinding(sheet: Sheet, finding: RecheckedModel): void {
  sheet.reserve(170);
  sheet.anchor(finding.anchor);
  sheet.outline(finding.heading, 2);
  prose(sheet, finding.heading, { size: 12, bold: true, after: 1, as: 'H2' });
  prose(sheet, finding.verdict, { size: 11, bold: true, tone: finding.tone, after: 1 });
  prose(sheet, finding.statement, { size: 10.5, after: 4 });
  if (finding.parts.rows.length > 0) {
    const columns = [
      { share: 1, isProse: true },
      { share: 1, isProse: true },
      { share: 1, isProse: true },
    ];
    drawTable(sheet, { ...finding.parts, columns, size: 9 });
  }
  if (finding.points.rows.length > 0) {
    drawTable(sheet, { ...finding.points, columns: [{ share: 22 }, { share: 39 }, { share: 39 }], size: 8 });
  }
  for (const sentence of finding.because) prose(sheet, sentence, { size: 10, after: 1 });
  sheet.y += 10;
}
