import {
  drawEvidence,
  drawFacts,
  drawTable,
  fillInk,
  heading,
  prose,
  type Sheet,
  strokeInk,
} from '../../renderers/pdf/index.ts';
import type { FindingModel, FindingsModel } from './build.ts';

/** Draws the findings one after the other, each with a rule at its left in the weight of its severity. */
export function drawFindings(sheet: Sheet, { title, intro, findings }: FindingsModel): void {
  sheet.startPage();
  heading(sheet, title);
  prose(sheet, intro, { after: 8 });
  for (const finding of findings) drawFinding(sheet, finding);
}

function drawFinding(sheet: Sheet, finding: FindingModel): void {
  sheet.reserve(230);
  sheet.anchor(finding.anchor);
  sheet.outline(finding.heading, 2);
  const top = sheet.y;
  prose(sheet, finding.heading, { size: 12, bold: true, indent: 10, after: 1, as: 'H2' });
  prose(sheet, finding.severity, { size: 10.5, bold: true, tone: finding.tone, indent: 10, after: 1 });
  prose(sheet, finding.statement, { size: 10.5, indent: 10, after: 5 });
  drawLeftRule(sheet, top, finding.tone);
  drawTable(sheet, {
    headers: [finding.expectedTitle, finding.actualTitle],
    columns: [
      { share: 1, isProse: true },
      { share: 1, isProse: true },
    ],
    rows: finding.pairs.map(({ expected, actual }) => [expected, { text: actual, bold: true }]),
    size: 9.5,
  });
  drawFacts(sheet, finding.facts, { labelWidth: 80, size: 9.5, leading: 1.55 });
  sheet.y += 4;
  const { noEvidence, evidenceTitle, evidence } = finding;
  prose(sheet, noEvidence ?? evidenceTitle, { size: 9, sans: true, tone: 'quiet', after: 2 });
  if (noEvidence === undefined) drawEvidence(sheet, evidence);
  sheet.y += 12;
}

/** Grave findings have a filled bar, the others a thin line, so that the difference survives a copier. */
function drawLeftRule(sheet: Sheet, top: number, tone: FindingModel['tone']): void {
  const bottom = sheet.y - 4;
  if (bottom <= top) return;
  sheet.paint(
    tone === 'quiet'
      ? strokeInk(
          [
            [sheet.left + 1.5, top],
            [sheet.left + 1.5, bottom],
          ],
          'quiet',
          1,
        )
      : fillInk(sheet.left, top, tone === 'bad' ? 4 : 2.5, bottom - top, tone),
  );
}
