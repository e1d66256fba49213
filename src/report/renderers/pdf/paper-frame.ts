import { frameInk, textInk } from './ink.ts';
import { page, type Sheet } from './sheet.ts';
import { typeset } from './typeset.ts';

/** What stands at the head and foot of a paper that people sign. */
export interface PaperFrame {
  /** 草稿: in a box on every page, so that no page of it can be taken for the paper itself. */
  readonly stamp: string;
  /** What that means, and what else a reader must know on every page. */
  readonly marks: readonly string[];
  pageOf(number: number): string;
}

const stampSize = 15;
const markSize = 9;
/** 4号, as GB/T 9704 sets the page number. */
const numberSize = 14;

/** Paints head and foot of one page: the stamp at the right, marks beside it, the page number at the outer side. */
export function paintPaperFrame(sheet: Sheet, { stamp, marks, pageOf }: PaperFrame, number: number): void {
  const [word] = typeset(stamp, sheet.bold, stampSize, sheet.width);
  if (word !== undefined) {
    const x = sheet.right - word.width - 8;
    const top = page.headerAt - 24;
    sheet.paint(frameInk(x - 8, top, word.width + 16, 25, 'bad', 1.2));
    sheet.paint(textInk(word, x, top + 18, { size: stampSize, tone: 'bad' }));
  }
  for (const [index, mark] of marks.entries()) {
    const [line] = typeset(mark, sheet.regular, markSize, sheet.width - 110);
    if (line !== undefined) {
      sheet.paint(textInk(line, sheet.left, page.headerAt - 14 + index * 13, { size: markSize, tone: 'bad' }));
    }
  }
  const [foot] = typeset(pageOf(number), sheet.regular, numberSize, sheet.width);
  if (foot === undefined) return;
  const x = number % 2 === 1 ? sheet.right - foot.width - numberSize : sheet.left + numberSize;
  sheet.paint(textInk(foot, x, page.footerAt, { size: numberSize }));
}
