import { displayWidth } from '../../../src/messages/index.ts';

/** A terminal as far as a table that is drawn again and again needs it. */
export interface ScreenStream {
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  write(text: string): unknown;
}

/** Draws lines over the lines that it drew before. For terminals only: it moves the cursor. */
export class Screen {
  readonly #stream: ScreenStream;
  #drawn = 0;

  constructor(stream: ScreenStream) {
    this.#stream = stream;
  }

  /** Draws as many of the lines as fit, each cut to the width. */
  draw(lines: readonly string[]): void {
    const { columns = 80, rows = 24 } = this.#stream;
    const shown = lines.slice(0, Math.max(1, rows - 1)).map((line) => cut(line, columns - 1));
    const up = this.#drawn === 0 ? '' : `\u001b[${this.#drawn}A`;
    this.#stream.write(`${up}\r\u001b[J${shown.join('\n')}\n`);
    this.#drawn = shown.length;
  }
}

/** A line that never wraps: wrapped lines would not be drawn over. Colour codes take no room and stay whole. */
function cut(line: string, columns: number): string {
  if (displayWidth(line) <= columns) return line;
  let kept = '';
  let width = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is looked for.
  for (const [piece] of line.matchAll(/\u001b\[[\d;]*m|./gu)) {
    const own = displayWidth(piece);
    if (width + own > columns) continue;
    kept += piece;
    width += own;
  }
  return kept;
}
