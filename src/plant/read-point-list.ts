import { CsvError, parse } from 'csv-parse/sync';
import { type Text, text } from '../messages/index.ts';
import { hint } from './nearest.ts';
import { faultAt, type Place, type PlantFault } from './plant-fault.ts';
import { pointColumns } from './schema/point.ts';

/** One line of a list of points: the cells that are not empty, by their column; none where their number is wrong. */
export interface PointLine {
  readonly line: number;
  readonly tag: string | undefined;
  readonly cells?: Readonly<Record<string, string>>;
}

/** The lines of a list, and its faults; `broken` when some lines could not be told at all. */
export interface PointList {
  readonly lines: readonly PointLine[];
  readonly faults: readonly PlantFault[];
  readonly broken: boolean;
}

const mandatoryColumns = ['tag', 'controller', 'address', 'type', 'role'];

/** Reads a list of points (CSV). Its first line names the columns, in any order; a column that is not known is a fault. */
export function readPointList(file: string, source: string): PointList {
  const at = (line: number, path = ''): Place => ({ file, line, path });
  const broken = (faults: readonly PlantFault[]): PointList => ({ lines: [], faults, broken: true });
  const rows = rowsOf(source);
  if ('because' in rows) return broken([faultAt(at(rows.line), rows.because)]);
  const [header, ...rest] = rows;
  if (header === undefined) return broken([faultAt(at(1), text('plant.list-empty'))]);
  const columns = header.cells.map((cell) => cell.toLowerCase());
  const headerFaults = [
    ...columns.flatMap((column, index) => {
      if (!pointColumns.includes(column)) {
        return [text('plant.unknown-column', { column, hint: hint(column, pointColumns) })];
      }
      return columns.indexOf(column) === index ? [] : [text('plant.column-twice', { column })];
    }),
    ...mandatoryColumns
      .filter((column) => !columns.includes(column))
      .map((column) => text('plant.column-missing', { column })),
  ].map((because) => faultAt(at(header.line), because));
  if (headerFaults.length > 0) return broken(headerFaults);
  const faults: PlantFault[] = [];
  const lines = rest.map(({ line, cells }): PointLine => {
    const tag = cells[columns.indexOf('tag')] || undefined;
    if (cells.length !== columns.length) {
      faults.push(faultAt(at(line, tag), text('plant.cells', { expected: columns.length, found: cells.length })));
      return { line, tag };
    }
    const entries = columns.map((column, index) => [column, cells[index] ?? ''] as const);
    return { line, tag, cells: Object.fromEntries(entries.filter(([, cell]) => cell !== '')) };
  });
  return { lines, faults, broken: false };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function rowsOf(source: string): readonly Row[] | { readonly line: number; readonly because: Text } {
  const rows: Row[] = [];
  try {
    parse(source, {
      bom: true,
      delimiter: delimiterOf(source),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: readonly string[], { lines }) => {
        if (cells.some((cell) => cell !== '')) rows.push({ line: lines, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error['lines'];
    const because = error.code.includes('QUOTE')
      ? text('plant.list-quote')
      : text('plant.list-broken', { code: error.code });
    return { line: typeof line === 'number' ? line : 1, because };
  }
  return rows;
}

/** Only the header can tell: OPC UA addresses are full of semicolons. */
function delimiterOf(source: string): string {
  const header = /^.*$/m.exec(source)?.[0] ?? '';
  if (header.includes(',')) return ',';
  return header.includes('\t') ? '\t' : ';';
}
