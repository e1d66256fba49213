import type { Sheet } from './sheet.ts';
import { drawTable } from './table.ts';

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

/** Draws rows of evidence: tag, origin, address, value, unit, quality, source time, our time, number. */
export function drawEvidence(
  sheet: Sheet,
  table: { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] },
): void {
  drawTable(sheet, { ...table, columns, size: 7 });
}
