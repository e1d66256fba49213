import {
  type Cell,
  drawAnswerBar,
  drawTable,
  heading,
  prose,
  type Sheet,
  subheading,
} from '../../renderers/pdf/index.ts';
import type { CompactUnits, ConclusionModel } from './build.ts';
import { drawUnitLines } from './draw-unit-lines.ts';

/** Draws the conclusion on a page of its own, the coverage statement on top. */
export function drawConclusion(sheet: Sheet, model: ConclusionModel): void {
  sheet.startPage();
  heading(sheet, model.title);
  prose(sheet, model.sentence, { size: 14.5, bold: true, leading: 1.5, after: 2 });
  prose(sheet, model.reach, { size: 11, after: 1 });
  for (const sentence of model.beside) prose(sheet, sentence, { size: 10, tone: 'quiet', after: 1 });
  sheet.y += 6;
  prose(sheet, model.verdict.sentence, { size: 13, bold: true, tone: model.verdict.tone, after: 4 });
  subheading(sheet, model.answersTitle);
  if (model.compact === undefined) drawFew(sheet, model);
  else drawMany(sheet, model, model.compact);
}

function drawFew(sheet: Sheet, model: ConclusionModel): void {
  for (const unit of model.units) {
    sheet.reserve(100);
    prose(sheet, unit.name, { size: 10.5, bold: true, after: 0 });
    if (model.units.length > 1) prose(sheet, unit.counts, { size: 9.5, tone: 'quiet', after: 2 });
    for (const answer of unit.answers) drawAnswerBar(sheet, answer);
    sheet.y += 4;
  }
  prose(sheet, model.legend, { size: 8.5, sans: true, tone: 'quiet', after: 6 });
  subheading(sheet, model.findingsTitle);
  drawTable(sheet, {
    ...model.findings,
    columns: [{ share: 5 }, { share: 2, align: 'right' }, { share: 4, align: 'right' }],
    size: 9,
  });
  if (model.top.rows.length > 0) drawTop(sheet, model);
  prose(sheet, model.others, { size: 10, tone: 'quiet', after: 6 });
  prose(sheet, model.proposal, { bold: true });
}

/** The same with a line for each unit: as many as leave the rest on the page, the worst of them, and the others summed up. */
function drawMany(sheet: Sheet, model: ConclusionModel, compact: CompactUnits): void {
  const { findingsTitle, legend, others, proposal } = model;
  drawUnitLines(sheet, compact, sheet.room - (model.top.rows.length === 0 ? 120 : 250));
  prose(sheet, legend, { size: 8, sans: true, tone: 'quiet', after: 2 });
  subheading(sheet, findingsTitle);
  prose(sheet, compact.severities, { size: 10, after: 4 });
  if (model.top.rows.length > 0) drawTopTable(sheet, model);
  prose(sheet, others, { size: 9.5, tone: 'quiet', after: 2 });
  prose(sheet, proposal, { bold: true, size: 10 });
}

function drawTop(sheet: Sheet, model: ConclusionModel): void {
  subheading(sheet, model.topTitle);
  drawTopTable(sheet, model);
}

function drawTopTable(sheet: Sheet, { top, more }: ConclusionModel): void {
  drawTable(sheet, {
    headers: top.headers,
    columns: [{ share: 6, align: 'center' }, { share: 19 }, { share: 45, isProse: true }, { share: 17 }, { share: 15 }],
    rows: top.rows.map((row, index): readonly Cell[] => {
      const to = top.links?.[index];
      return to === undefined ? row : row.map((text, place) => (place < 2 ? { text, to } : text));
    }),
    size: 8.5,
  });
  if (more !== undefined) prose(sheet, more, { size: 9, tone: 'quiet', after: 2 });
}
