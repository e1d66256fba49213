import { displayWidth } from '../../../messages/index.ts';

/** What a piece of text means, for those who see colour. */
export type SpanTone = 'plain' | 'strong' | 'good' | 'bad' | 'doubt' | 'quiet';

/** A piece of a line in one tone. */
export interface Span {
  readonly text: string;
  readonly tone: SpanTone;
}

/** A line of the terminal. */
export type SpanLine = readonly Span[];

const codes: Readonly<Record<SpanTone, string>> = {
  plain: '',
  strong: '\u001b[1m',
  good: '\u001b[32m',
  bad: '\u001b[31m',
  doubt: '\u001b[33m',
  quiet: '\u001b[2m',
};

/** A span whose control characters are written out: nothing in a plant file or a controller may steer the terminal. */
export function span(text: string, tone: SpanTone = 'plain'): Span {
  const clean = text.replace(/\p{Cc}/gu, (it) => `\\u{${(it.codePointAt(0) ?? 0).toString(16)}}`);
  return { text: clean, tone };
}

/** A span filled with blanks up to `columns`. */
export function padded({ text, tone }: Span, columns: number, align: 'left' | 'right' = 'left'): Span {
  const blanks = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return { text: align === 'left' ? text + blanks : blanks + text, tone };
}

/** A line as the terminal gets it; without colour it holds no escape code. */
export function printLine(line: SpanLine, colour: boolean): string {
  const printed = line.map(({ text, tone }) => (colour && tone !== 'plain' ? `${codes[tone]}${text}\u001b[0m` : text));
  return printed.join('').replace(/ +$/, '');
}

/** Rows of spans as aligned columns, `gap` blanks apart; the last column is not filled. */
export function alignColumns(rows: readonly SpanLine[], gap = 2): readonly SpanLine[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => displayWidth(row[column]?.text ?? ''))),
  );
  return rows.map((row) =>
    row.map((it, column) => (column === row.length - 1 ? it : padded(it, (widths[column] ?? 0) + gap))),
  );
}

/** Cuts a text into lines of at most `columns`; between ideographs anywhere, in Latin text between words. */
export function wrap(text: string, columns: number): readonly string[] {
  // A closing mark belongs to what it closes: it never begins a line.
  const units = text.match(/(?:[!-~\u00a0-\u024f]+ *|[^!-~\u00a0-\u024f])[，。、；：！？）】》”]*/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const unit of units) {
    if (line !== '' && displayWidth(line + unit.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += unit;
  }
  return [...lines, line.trimEnd()];
}
