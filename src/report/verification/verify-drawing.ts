import { text } from '../../messages/index.ts';
import type { Statement } from './statement.ts';
import { textOfPdf } from './text-of-pdf.ts';

/** How a report was drawn, and how we would draw it. */
export interface Redrawn {
  readonly pdf: Uint8Array;
  /** Same version of the tool and same fonts: then every byte has to be the same. */
  readonly sameTool: boolean;
  /** The version that drew the report that is checked. */
  readonly drawnBy: string;
}

/**
 * Holds a report against the same record drawn again: byte by byte where tool and fonts are the same, else by its text. A
 * newer version that says it otherwise is no tampering, so a difference is unknown then, with the page.
 */
export function drawingStatements(drawn: Uint8Array, again: Redrawn): readonly Statement[] {
  if (Buffer.compare(drawn, again.pdf) === 0) return [{ state: 'holds', says: text('verify.drawn-same') }];
  const [found, expected] = [pagesOf(drawn), textOfPdf(again.pdf)];
  if (found === undefined) return [{ state: 'broken', says: text('verify.drawn-unreadable') }];
  const differing = expected.findIndex((page, index) => page !== found[index]);
  const page = differing >= 0 ? differing + 1 : found.length > expected.length ? expected.length + 1 : undefined;
  if (again.sameTool) {
    return [
      page === undefined
        ? { state: 'broken', says: text('verify.drawn-bytes-differ') }
        : { state: 'broken', says: text('verify.drawn-page-differs', { page }) },
    ];
  }
  if (page === undefined) return [{ state: 'holds', says: text('verify.drawn-same-text', { version: again.drawnBy }) }];
  return [{ state: 'unknown', says: text('verify.drawn-other-text', { version: again.drawnBy, page }) }];
}

function pagesOf(pdf: Uint8Array): readonly string[] | undefined {
  try {
    return textOfPdf(pdf);
  } catch {
    return undefined;
  }
}
