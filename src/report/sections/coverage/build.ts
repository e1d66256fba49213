import type { Cell, CoverageRow } from '../../../audit/index.ts';
import { type Doubt, doubtsOf, reasonsOfRow } from '../../doubts.ts';
import type { Source } from '../../source.ts';
import { coverageStatement } from '../../verdict.ts';
import { deviationText, listText, sentences, type Voice } from '../../words/index.ts';
import { columnsOf, natures } from './columns-of-nature.ts';

/** One row of the matrix; each cell with its sign and the word that says it. */
export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  /** The declared functions that do it. */
  readonly by: string;
  readonly cells: readonly { readonly mark: Cell; readonly says: string }[];
  readonly result: string;
  readonly tone: 'ink' | 'bad' | 'doubt';
  /** The reason, the trigger or action that nothing covers, the equivalent measure; never empty. */
  readonly missing: string;
}

/** Required functions of one nature against the columns of that nature. */
export interface MatrixOfNature {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly MatrixRow[];
}

/** Required functions against columns, for each unit and each nature. */
export interface CoverageModel {
  readonly title: string;
  readonly legend: string;
  readonly units: readonly {
    readonly name: string;
    readonly statement: string;
    readonly natures: readonly MatrixOfNature[];
    /** In place of tables where the unit has no rows. */
    readonly none?: string;
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
    units: coverage.units.map((counts) => {
      const own = coverage.rows.filter((row) => row.unit === counts.unit);
      const rows = [...own.filter((row) => isCounted(row)), ...own.filter((row) => !isCounted(row))];
      return {
        name: `${plant.units.find((unit) => unit.id === counts.unit)?.name ?? ''} ${counts.unit}`.trim(),
        statement: voice.tell(coverageStatement(counts, record).sentence),
        natures: natures.flatMap((nature) => {
          const these = rows.filter((row) => row.nature === nature);
          return these.length === 0 ? [] : [matrixOf(nature, these, doubts, source)];
        }),
        ...(rows.length === 0 ? { none: voice.say('report.no-rows') } : {}),
      };
    }),
  };
}

function isCounted({ standing }: CoverageRow): boolean {
  return standing === 'required' || standing === 'scale-unknown';
}

function matrixOf(
  nature: CoverageRow['nature'],
  rows: readonly CoverageRow[],
  doubts: readonly Doubt[],
  source: Source,
): MatrixOfNature {
  const { voice } = source;
  const columns = columnsOf(nature);
  return {
    title: voice.say(`report.nature-title-${nature}`),
    headers: [
      voice.say('report.required-function'),
      voice.say('report.name'),
      voice.say('report.by'),
      // What proves a passive safeguard built is its document.
      ...columns.map((column) =>
        voice.say(nature === 'passive' && column === 'built' ? 'report.column-document' : `report.column-${column}`),
      ),
      voice.say('report.result'),
      voice.say('report.missing'),
    ],
    rows: rows.map((row) => {
      const result = voice.say(`report.result-${row.result}`);
      const standing = voice.say(`report.standing-${row.standing}`);
      return {
        id: row.row,
        name: voice.pick(row.name),
        by: listText(row.functions, voice),
        cells: columns.map((column) => ({
          mark: row.cells[column],
          says: voice.say(`report.cell-${row.cells[column]}`),
        })),
        result: isCounted(row) ? result : voice.say('report.result-apart', { result, standing }),
        tone: !isCounted(row) || row.result === 'pass' ? 'ink' : row.result === 'fail' ? 'bad' : 'doubt',
        missing: missingText(row, doubts, source),
      };
    }),
  };
}

function missingText(row: CoverageRow, doubts: readonly Doubt[], source: Source): string {
  const { record, voice } = source;
  const { triggers, actions } = row.uncovered;
  const what = [
    // That a function does it stands in a column of its own.
    ...reasonsOfRow(row, doubts)
      .filter(({ key }) => key !== 'rules.function-declared')
      .map(voice.tell),
    ...(triggers.length > 0 ? [voice.say('report.uncovered-triggers', { triggers: listText(triggers, voice) })] : []),
    ...(actions.length > 0 ? [voice.say('report.uncovered-actions', { actions: listText(actions, voice) })] : []),
    ...deviationsOf(row, record.plant.deviations, voice),
  ];
  return what.length > 0
    ? sentences(what, voice)
    : voice.say(row.result === 'pass' ? 'report.no-doubt' : 'report.dash');
}

function deviationsOf(
  row: CoverageRow,
  deviations: Source['record']['plant']['deviations'],
  voice: Voice,
): readonly string[] {
  return deviations
    .filter(({ of }) => 'row' in of && of.unit === row.unit && of.row === row.row)
    .map((deviation) => voice.say('report.deviation-note', { value: deviationText(deviation, voice) }));
}
