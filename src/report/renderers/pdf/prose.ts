import { textInk } from './ink.ts';
import type { Tone } from './palette.ts';
import type { Sheet } from './sheet.ts';
import { type Line, typeset } from './typeset.ts';

/** How a piece of running text looks. */
export interface ProseStyle {
  readonly size?: number;
  readonly bold?: boolean;
  /** Labels and captions are set in the face of tables. */
  readonly sans?: boolean;
  readonly tone?: Tone;
  readonly align?: 'left' | 'center' | 'right';
  /** Distance from line to line, in sizes. */
  readonly leading?: number;
  readonly indent?: number;
  /** Points by which the first line begins further in. */
  readonly firstLine?: number;
  /** Points below it. */
  readonly after?: number;
  /** What it is to those who cannot see its size. */
  readonly as?: 'P' | 'H1' | 'H2';
}

/** Where the baseline stands within a line of the given height. */
export function baseline(size: number, lineHeight: number): number {
  return (lineHeight - size) / 2 + size * 0.86;
}

/** Sets a paragraph at the cursor, over as many pages as it needs. */
export function prose(sheet: Sheet, text: string, style: ProseStyle = {}): void {
  const { size = 10.5, bold = false, sans = false, tone = 'ink', align = 'left', leading = 1.55 } = style;
  const { indent = 0, firstLine = 0, after = 4, as = 'P' } = style;
  const face = bold ? sheet.bold : sans ? sheet.regular : sheet.body;
  const width = sheet.width - indent;
  const height = size * leading;
  sheet.tag(as, () => {
    let isFirst = true;
    const lines = typeset(text, face, size, width, firstLine);
    for (const [index, line] of lines.entries()) {
      // Neither the first nor the last line of a paragraph stands alone on a page.
      const rest = lines.length - index;
      const together = (index === 0 && rest <= 3) || rest === 2 ? rest : index === 0 ? 2 : 1;
      sheet.reserve(height * together);
      const own = isFirst ? firstLine : 0;
      isFirst = line.isLast;
      const slack = width - own - line.width;
      const x = sheet.left + indent + own + (align === 'center' ? slack / 2 : align === 'right' ? slack : 0);
      const spread = align === 'left' ? spreadOf(line, slack, size) : 0;
      sheet.say(textInk(line, x, sheet.y + baseline(size, height), { size, tone, spread }));
      sheet.y += height;
    }
  });
  sheet.y += after;
}

/** Fills the measure by spreading characters, where that stays invisible: a few points over a line of ideographs. */
function spreadOf(line: Line, slack: number, size: number): number {
  const gaps = line.count - 1;
  if (line.isLast || gaps < 10 || line.squares < gaps / 2) return 0;
  const spread = slack / gaps;
  return spread > 0 && spread < size * 0.12 ? spread : 0;
}

/** A section's title: into the outline, with a rule below, never alone at the foot of a page. */
export function heading(sheet: Sheet, title: string): void {
  sheet.reserve(120);
  sheet.section();
  if (sheet.y > sheet.top) sheet.y += 14;
  sheet.outline(title);
  prose(sheet, title, { size: 15, bold: true, tone: 'accent', after: 3, as: 'H1' });
  sheet.rule('accent', 0.9);
  sheet.y += 9;
}

/** A title within a section, kept with what follows it. */
export function subheading(sheet: Sheet, title: string): void {
  sheet.reserve(70);
  if (sheet.y > sheet.top) sheet.y += 5;
  prose(sheet, title, { size: 11.5, bold: true, after: 4, as: 'H2' });
}
