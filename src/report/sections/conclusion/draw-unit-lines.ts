import type { Answer } from '../../../audit/index.ts';
import { answerInk, baseline, fillInk, type Sheet, textInk, typeset } from '../../renderers/pdf/index.ts';
import type { CompactUnits } from './build.ts';

type Row = CompactUnits['rows'][number];

const size = 8;
const rowHeight = 14.5;
const columns = [0.32, 0.17, 0.17, 0.17, 0.17] as const;
const barWidth = 34;

/** Draws a line for each unit within `room` points: name, counts, and the three answers each as a small bar with its numbers. */
export function drawUnitLines(sheet: Sheet, { headers, rows, rest }: CompactUnits, room: number): void {
  const fit = Math.max(2, Math.floor(room / rowHeight) - 1);
  const shown = rows.length <= fit ? rows : withRest(rows, fit, rest);
  const edges = columns.map((_, index) => columns.slice(0, index).reduce((sum, share) => sum + share, 0));
  const left = edges.map((edge) => sheet.left + edge * sheet.width);
  sheet.tag('Table', () => {
    sheet.paint(fillInk(sheet.left, sheet.y, sheet.width, rowHeight, 'header'));
    line(headers, true);
    for (const { name, tally, answers } of shown) {
      for (const [index, answer] of answers.entries()) {
        sheet.paint(answerInk(answer, (left[index + 2] ?? 0) + 3, sheet.y + 4, barWidth, 7));
      }
      line([name, tally.join(' / '), ...answers.map(({ yes, no, unknown }) => `${yes} / ${no} / ${unknown}`)], false);
      sheet.rule('faint');
    }
  });
  sheet.y += 4;

  function line(cells: readonly string[], isHeader: boolean): void {
    const row = sheet.child('TR');
    for (const [index, text] of cells.entries()) {
      const offset = !isHeader && index > 1 ? barWidth + 8 : 3;
      const width = (columns[index] ?? 0) * sheet.width - offset - 2;
      const [set] = typeset(text, isHeader ? sheet.bold : sheet.regular, isHeader ? 7 : size, width);
      if (set === undefined) throw new Error('a cell of a table is empty');
      const attributes = isHeader ? '/A<</O/Table/Scope/Column>>' : '';
      const element = sheet.child(isHeader ? 'TH' : 'TD', row, attributes);
      const x = (left[index] ?? 0) + offset;
      sheet.say(textInk(set, x, sheet.y + baseline(size, rowHeight), { size: isHeader ? 7 : size }), element);
    }
    sheet.y += rowHeight;
  }
}

/** The worst units, and one line that adds the others up. */
function withRest(rows: readonly Row[], fit: number, rest: readonly string[]): readonly Row[] {
  const worst = [...rows].sort((a, b) => b.tally[1] - a.tally[1] || b.tally[2] - a.tally[2]);
  const others = worst.slice(fit - 1);
  const sum = (of: (row: Row) => number) => others.reduce((total, row) => total + of(row), 0);
  const answers = [0, 1, 2].map((index): Answer => {
    const at = (row: Row) => row.answers[index] ?? { yes: 0, no: 0, unknown: 0 };
    return { yes: sum((row) => at(row).yes), no: sum((row) => at(row).no), unknown: sum((row) => at(row).unknown) };
  });
  const tally = [sum((row) => row.tally[0]), sum((row) => row.tally[1]), sum((row) => row.tally[2])] as const;
  return [...worst.slice(0, fit - 1), { name: rest[others.length] ?? String(others.length), tally, answers }];
}
