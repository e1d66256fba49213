import { type Text, text } from '../../messages/index.ts';
import type { EpochMs, Quality } from '../observation.ts';
import { type Columns, columnsOf } from './columns-of.ts';
import { parseQuality } from './parse-quality.ts';
import { parseTime } from './parse-time.ts';
import { readTable, type TableRow } from './read-table.ts';

/** One cell with a value, not yet taken for a number: its type is the point's. */
export interface ExportedCell {
  readonly item: string;
  readonly atMs: EpochMs;
  readonly written: string;
  readonly quality: Quality;
  readonly statusName?: string;
  readonly place: string;
}

/** A row that gave nothing, and why. */
export interface RefusedRow {
  readonly place: string;
  readonly because: Text;
}

/** What an export holds: its cells in order of time, and every row that gave none. */
export interface ReadExport {
  readonly cells: readonly ExportedCell[];
  readonly refused: readonly RefusedRow[];
  readonly rows: number;
}

const headerWithin = 40;

/** Reads the tables of an export; undefined where no row is a header that names time and values. */
export async function readExport(bytes: Uint8Array, zoneMinutes: number): Promise<ReadExport | undefined> {
  const tables = await readTable(bytes);
  const read = (tables ?? []).flatMap((rows) => {
    const index = rows.slice(0, headerWithin).findIndex(({ cells }) => columnsOf(cells) !== undefined);
    const columns = columnsOf(rows[index]?.cells ?? []);
    if (columns === undefined) return [];
    const before = rows.slice(0, index).filter(({ cells }) => cells.some((cell) => cell !== ''));
    const told = before.map(({ place }) => ({ place, because: text('file.before-header') }));
    const body = rows.slice(index + 1).filter(({ cells }) => cells.some((cell) => cell !== ''));
    const { cells, refused } = cellsOf(body, columns, zoneMinutes);
    return [{ cells, refused: [...told, ...refused], rows: before.length + body.length + 1 }];
  });
  if (read.length === 0) return undefined;
  const cells = read.flatMap((each) => each.cells);
  const first = cells[0]?.atMs ?? 0;
  // Logs are printed newest first, too: rows of one moment keep the order in which they happened.
  const ordered = first > (cells.at(-1)?.atMs ?? 0) ? cells.toReversed() : cells;
  return {
    cells: ordered.toSorted((a, b) => a.atMs - b.atMs),
    refused: read.flatMap((each) => each.refused),
    rows: read.reduce((sum, { rows }) => sum + rows, 0),
  };
}

function cellsOf(rows: readonly TableRow[], columns: Columns, zoneMinutes: number) {
  const cells: ExportedCell[] = [];
  const refused: RefusedRow[] = [];
  for (const { place, cells: row } of rows) {
    const written = stampOf(row, columns);
    const atMs = parseTime(written, zoneMinutes);
    if (atMs === undefined) {
      refused.push({ place, because: text('file.no-time', { written }) });
      continue;
    }
    const of = (item: string, value: string | undefined, quality: string | undefined) => ({
      item,
      atMs,
      written: value ?? '',
      quality: quality === undefined ? ('good' as const) : parseQuality(quality),
      ...(quality === undefined ? {} : { statusName: quality }),
      place,
    });
    if (columns.layout === 'wide') {
      for (const { item, value, quality } of columns.items)
        if ((row[value] ?? '') !== '')
          cells.push(of(item, row[value], quality === undefined ? undefined : row[quality]));
      continue;
    }
    const item = row[columns.item] ?? '';
    if (item === '') refused.push({ place, because: text('file.no-item') });
    else cells.push(of(item, row[columns.value], columns.quality === undefined ? undefined : row[columns.quality]));
  }
  return { cells, refused };
}

/** Day, clock and milliseconds stand in one cell or in several. */
function stampOf(row: readonly string[], { time, clock, ms }: Columns): string {
  const day = row[time] ?? '';
  const whole = clock === undefined ? day : `${day.replace(/\s+00:00:00(\.0+)?$/, '')} ${row[clock] ?? ''}`;
  const fraction = ms === undefined ? '' : (row[ms] ?? '');
  return fraction === '' || /\.\d+$/.test(whole) ? whole : `${whole}.${fraction.padStart(3, '0')}`;
}
