import { type Text, text } from '../../messages/index.ts';
import { readPointList } from '../read-point-list.ts';
import type { PointCells } from './settle-tags.ts';

/** What an import makes of a point list. */
export interface AppendedPoints {
  /** The whole list: every byte of what stood there, and new lines below it. */
  readonly source: string;
  readonly added: readonly string[];
  readonly unchanged: number;
  /** Points that stand in the list with another value: the list is kept, the difference is told. */
  readonly kept: readonly {
    readonly tag: string;
    readonly column: string;
    readonly written: string;
    readonly imported: string;
  }[];
  /** Columns that the list does not have: their values are not written. */
  readonly missingColumns: readonly string[];
}

const columnsOfNewList = [
  'tag',
  'controller',
  'address',
  'type',
  'unit',
  'low',
  'high',
  'role',
  'one_means',
  'scale',
  'heartbeat_of',
  'description',
];

/**
 * Adds points to a list (CSV) behind what stands there; a tag that the list has is never touched. Gives the reason where
 * the list itself cannot be read.
 */
export function appendPoints(file: string, existing: string, points: readonly PointCells[]): AppendedPoints | Text {
  const newline = existing.includes('\r\n') ? '\r\n' : '\n';
  const isNew = existing.replace(/^\uFEFF/, '').trim() === '';
  const base = isNew ? `${columnsOfNewList.join(',')}${newline}` : existing;
  const list = readPointList(file, base);
  if (list.broken || list.faults.length > 0) return text('importers.list-faulty', { file });
  const [header = ''] = base
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/\r?\n/, 1);
  const mark = header.includes(',') ? ',' : header.includes('\t') ? '\t' : ';';
  const columns = header.split(mark).map((column) => column.trim().replaceAll('"', '').toLowerCase());
  const standing = new Map(list.lines.map(({ tag, cells }) => [tag, cells ?? {}] as const));
  const added: PointCells[] = [];
  const kept: AppendedPoints['kept'][number][] = [];
  for (const point of points) {
    const written = standing.get(point.tag);
    if (written === undefined) added.push(point);
    else {
      for (const column of columns) {
        const [before, after] = [written[column], point[column]];
        if (after !== undefined && before !== after)
          kept.push({ tag: point.tag, column, written: before ?? '', imported: after });
      }
    }
  }
  const lines = added.map((point) => columns.map((column) => quoted(point[column] ?? '', mark)).join(mark));
  const ending = base.endsWith('\n') ? '' : newline;
  const source = added.length === 0 ? existing : `${base}${ending}${lines.join(newline)}${newline}`;
  const told = new Set(added.flatMap((point) => Object.keys(point)));
  return {
    source,
    added: added.map(({ tag }) => tag),
    unchanged: points.length - added.length - new Set(kept.map(({ tag }) => tag)).size,
    kept,
    missingColumns: [...told].filter((column) => !columns.includes(column)),
  };
}

function quoted(cell: string, mark: string): string {
  return /["\r\n]/.test(cell) || cell.includes(mark) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
