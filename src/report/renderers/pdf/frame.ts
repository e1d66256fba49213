import { textInk } from './ink.ts';
import type { Tone } from './palette.ts';
import { page, type Sheet } from './sheet.ts';
import { typeset } from './typeset.ts';

/** What stands at the head and foot of the pages. */
export interface Frame {
  readonly enterprise: string;
  readonly number: string;
  /** What a reader must know on every page: simulated, hypothetical, unfinished. */
  readonly marks: readonly string[];
  pageOf(number: number, of: number): string;
}

const size = 8.5;

/** Paints head and foot of one page; the cover has no head. */
export function paintFrame(sheet: Sheet, frame: Frame, number: number, of: number): void {
  if (number > 1) {
    paintHead(sheet, frame);
    sheet.endShared();
  }
  line(sheet, frame.pageOf(number, of), page.footerAt, 'center', sheet.width, 'quiet');
}

function paintHead(sheet: Sheet, { enterprise, number, marks }: Frame): void {
  const half = sheet.width / 2 - 10;
  line(sheet, enterprise, page.headerAt, 'left', half, 'quiet');
  line(sheet, number, page.headerAt, 'right', half, 'quiet');
  // Marks have lines of their own, one each, so that none is ever shortened.
  for (const [index, mark] of [...marks].reverse().entries()) {
    line(sheet, mark, page.headerAt - 14 - index * 12, 'center', sheet.width, 'bad');
  }
  sheet.y = page.headerAt + 7;
  sheet.rule('rule');
}

/** One line, shortened at its end when it is too long. */
function line(
  sheet: Sheet,
  text: string,
  y: number,
  align: 'left' | 'center' | 'right',
  width: number,
  tone: Tone,
): void {
  const face = tone === 'bad' ? sheet.bold : sheet.regular;
  const [only, more] = typeset(text, face, size, width);
  const [set] = more === undefined ? [only] : typeset(`${shortened(only?.text ?? '')}…`, face, size, width * 1.2);
  if (set === undefined) return;
  const slack = sheet.width - set.width;
  const x = sheet.left + (align === 'left' ? 0 : align === 'right' ? slack : slack / 2);
  sheet.paint(textInk(set, x, y, { size, tone }));
}

function shortened(text: string): string {
  return [...text].slice(0, -1).join('');
}
