import type { Sheet } from './sheet.ts';
import { type Cell, drawTable } from './table.ts';

const columns = [
  { share: 15 },
  { share: 14 },
  { share: 14 },
  { share: 12.2, align: 'right' },
  { share: 8 },
  { share: 11 },
  { share: 14 },
  { share: 14 },
  { share: 10, align: 'right' },
] as const;

/** Rows of evidence: tag, origin, address, value, unit, quality, source time, our time, number. */
export interface EvidenceTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Names for the places of the rows. */
  readonly anchors?: readonly string[];
  /** For each row the place that its number leads to. */
  readonly links?: readonly (string | undefined)[];
}

/** Draws rows of evidence. */
export function drawEvidence(sheet: Sheet, { headers, rows, anchors, links }: EvidenceTable): void {
  const cells = rows.map((row, index): readonly Cell[] => {
    const to = links?.[index];
    return to === undefined ? row : row.map((text, place) => (place === row.length - 1 ? { text, to } : text));
  });
  drawTable(sheet, { headers, rows: cells, columns, size: 7, ...(anchors === undefined ? {} : { anchors }) });
}
