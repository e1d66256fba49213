import { type Cell, type CoverageRow, columns } from '../../../audit/index.ts';
import { type Doubt, doubtsOf, reasonsOfRow } from '../../doubts.ts';
import type { Source } from '../../source.ts';
import { coverageStatement } from '../../verdict.ts';
import { deviationText, listText, sentences, type Voice } from '../../words/index.ts';

/** One row of the matrix; each cell with its sign and the word that says it. */
export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  readonly nature: string;
  readonly cells: readonly { readonly mark: Cell; readonly says: string }[];
  readonly result: string;
  readonly tone: 'ink' | 'bad' | 'doubt';
}

/** Required functions against columns, for each unit. */
export interface CoverageModel {
  readonly title: string;
  readonly legend: string;
  readonly headers: readonly string[];
  readonly units: readonly {
    readonly name: string;
    readonly statement: string;
    readonly rows: readonly MatrixRow[];
    readonly notesTitle: string;
    /** What is behind a row that is not a plain yes: the reason, and the trigger or action that nothing covers. */
    readonly notes: readonly string[];
  }[];
}

/** Arranges the matrix of every unit; rows outside the denominators stand last and say so. */
export function buildCoverage(source: Source): CoverageModel {
  const { record, voice } = source;
  const doubts = doubtsOf(record);
  const { plant, coverage } = record;
  return {
    title: voice.say('report.matrix'),
    legend: voice.say('report.matrix-legend'),
    headers: [
      voice.say('report.required-function'),
      voice.say('report.name'),
      voice.say('report.nature'),
      ...columns.map((column) => voice.say(`report.column-${column}`)),
      voice.say('report.result'),
    ],
    units: coverage.units.map((counts) => {
      const own = coverage.rows.filter((row) => row.unit === counts.unit);
      const rows = [...own.filter((row) => isCounted(row)), ...own.filter((row) => !isCounted(row))];
      return {
        name: `${plant.units.find((unit) => unit.id === counts.unit)?.name ?? ''} ${counts.unit}`.trim(),
        statement: voice.tell(coverageStatement(counts, record).sentence),
        rows: rows.map((row) => rowOf(row, voice)),
        notesTitle: voice.say('report.matrix-notes'),
        notes: rows.flatMap((row) => notesOf(row, doubts, source)),
      };
    }),
  };
}

function isCounted({ standing }: CoverageRow): boolean {
  return standing === 'required' || standing === 'scale-unknown';
}

function rowOf(row: CoverageRow, voice: Voice): MatrixRow {
  const result = voice.say(`report.result-${row.result}`);
  const standing = voice.say(`report.standing-${row.standing}`);
  return {
    id: row.row,
    name: voice.pick(row.name),
    nature: voice.say('report.nature-and-proof', {
      nature: voice.say(`report.nature-${row.nature}`),
      proof: voice.say(`report.proof-${row.proof}`),
    }),
    cells: columns.map((column) => ({ mark: row.cells[column], says: voice.say(`report.cell-${row.cells[column]}`) })),
    result: isCounted(row) ? result : voice.say('report.result-apart', { result, standing }),
    tone: !isCounted(row) || row.result === 'pass' ? 'ink' : row.result === 'fail' ? 'bad' : 'doubt',
  };
}

function notesOf(row: CoverageRow, doubts: readonly Doubt[], source: Source): readonly string[] {
  const { record, voice } = source;
  const { triggers, actions } = row.uncovered;
  const what = [
    ...(row.functions.length > 0 ? [voice.say('report.done-by', { functions: listText(row.functions, voice) })] : []),
    // That a function does it stands in front already.
    ...reasonsOfRow(row, doubts)
      .filter(({ key }) => key !== 'rules.function-declared')
      .map(voice.tell),
    ...(triggers.length > 0 ? [voice.say('report.uncovered-triggers', { triggers: listText(triggers, voice) })] : []),
    ...(actions.length > 0 ? [voice.say('report.uncovered-actions', { actions: listText(actions, voice) })] : []),
    ...record.plant.deviations
      .filter(({ of }) => 'row' in of && of.unit === row.unit && of.row === row.row)
      .map((deviation) => voice.say('report.deviation-note', { value: deviationText(deviation, voice) })),
  ];
  return what.length === 0 ? [] : [voice.say('report.matrix-note', { row: row.row, what: sentences(what, voice) })];
}
