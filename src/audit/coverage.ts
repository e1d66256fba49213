import { type Text, text } from '../messages/index.ts';
import { indexOf, type Plant } from '../plant/index.ts';
import {
  type Catalogue,
  type RequiredFunction,
  type Rule,
  requiredFunctions,
  uncoveredPairs,
  type Weight,
} from '../rules/index.ts';
import type { Answer, Cell, Coverage, CoverageCounts, CoverageRow } from './coverage-types.ts';
import type { Outcome, PartOutcome } from './outcome.ts';

/** A judged outcome with the name of the check behind it: the columns of the matrix are columns of checks. */
export interface CheckedOutcome {
  readonly check: Rule['check']['use'];
  readonly outcome: Outcome;
  /** How far the rule itself binds, whatever rows its subject stands for. */
  readonly rule: Weight;
}

/** Judges every required function from the outcomes that touch it, and counts (judgement.md §1 and §2). */
export function coverageOf(plant: Plant, catalogue: Catalogue, outcomes: readonly CheckedOutcome[]): Coverage {
  const about = new Map<string, Placed[]>();
  for (const [place, checked] of outcomes.entries()) {
    const { id } = checked.outcome.subject;
    const known = about.get(id);
    if (known === undefined) about.set(id, [{ place, checked }]);
    else known.push({ place, checked });
  }
  const rows = requiredFunctions(plant, catalogue).map((required) => rowOf(required, plant, about));
  const ofUnit = new Map<string, CoverageRow[]>(plant.units.map(({ id }) => [id, []]));
  for (const row of rows) ofUnit.get(row.unit)?.push(row);
  const units = plant.units.map(({ id }) => ({ unit: id, ...count(ofUnit.get(id) ?? []) }));
  return { rows, units, all: count(rows) };
}

/** An outcome with its place among all, so that those about several subjects stay in their order. */
interface Placed {
  readonly place: number;
  readonly checked: CheckedOutcome;
}

function rowOf(required: RequiredFunction, plant: Plant, about: ReadonlyMap<string, readonly Placed[]>): CoverageRow {
  const functions = indexOf(plant).coveringOf(required.unit.id, required.row.id);
  const own = [...new Set([required.id, ...functions.map((it) => it.id)])]
    .flatMap((id) => about.get(id) ?? [])
    .sort((a, b) => a.place - b.place)
    .map(({ checked }) => checked);
  const cells = cellsOf(required, functions, own);
  const judged = own.filter(
    // A row that stands apart is judged by what would bind if it counted: a should fails no row.
    ({ outcome, rule }) => isOfLaw(counts(required) ? outcome.weight : rule),
  );
  const { result, because } = resultOf(required, cells, judged, own);
  const missing = uncoveredPairs(required.row, functions);
  const named = (names: readonly (string | undefined)[]) => [...new Set(names.filter((name) => name !== undefined))];
  return {
    id: required.id,
    unit: required.unit.id,
    process: required.process.id,
    row: required.row.id,
    name: required.row.name,
    nature: required.nature,
    emergency: required.emergency,
    standing: required.standing,
    proof: required.nature === 'passive' ? 'document' : 'live',
    functions: functions.map((it) => it.id),
    cells,
    result,
    because,
    uncovered: {
      triggers: named(missing.map((pair) => pair.trigger)),
      actions: named(missing.map((pair) => pair.action)),
    },
  };
}

/** Which checks answer which column; a column without an answer is unknown, one that the nature does not have is not judged. */
function cellsOf(
  required: RequiredFunction,
  functions: Plant['functions'],
  own: readonly CheckedOutcome[],
): CoverageRow['cells'] {
  const { nature } = required;
  const declared = functions.length > 0;
  const cell = (check: string, part: (part: PartOutcome) => boolean = () => true): Cell =>
    worst(own.filter((each) => each.check === check).flatMap(({ outcome }) => outcome.parts.filter(part).map(cellOf)));
  const complete = cell('required-function-covered');
  const live = nature !== 'passive';
  const acts = nature === 'sif' || nature === 'interlock';
  const whenDeclared = (judged: boolean, value: () => Cell): Cell =>
    !judged ? 'not-judged' : declared ? value() : 'no';
  return {
    declared: complete,
    built:
      complete === 'no'
        ? 'no'
        : live
          ? whenDeclared(true, () => (restsOnPaper(required, functions) ? 'unknown' : cell('function-readable')))
          : whenDeclared(true, () => cell('document-in-date')),
    independent: whenDeclared(nature === 'sif', () => {
      const answer = cell('solver-independent');
      return answer === 'unknown' && !own.some(({ check }) => check === 'solver-independent') ? 'not-judged' : answer;
    }),
    live: whenDeclared(live, () => cell('function-readable', (part) => part.part.startsWith('cause '))),
    setting: whenDeclared(live && nature !== 'control-loop', () => {
      const answer = cell('setpoint-as-approved', (part) => part.result !== 'notapplicable');
      const hasTrips = own.some(
        ({ check, outcome }) => check === 'setpoint-as-approved' && outcome.result !== 'notapplicable',
      );
      return hasTrips ? answer : 'not-judged';
    }),
    // No demand is forced: an action is proved only by one that happens while somebody watches.
    action: whenDeclared(acts, () => worst(judgedActions(own))),
    inService: whenDeclared(live, () => cell('in-service')),
  };
}

/** A row that must be proved live, parts of which only a document claims: a document proves no interlock. */
function restsOnPaper({ row, nature }: RequiredFunction, functions: Plant['functions']): boolean {
  return (
    nature !== 'passive' &&
    uncoveredPairs(
      row,
      functions.filter((it) => it.document === undefined),
    ).length > 0
  );
}

/** Nothing was demanded, or nobody looked. */
const openActions: ReadonlySet<PartOutcome['result']> = new Set(['notchecked', 'notapplicable', 'notselected']);

/** The actions that were demanded, or may have been; none at all leaves the cell open. An action that nobody saw outranks one that was seen. */
function judgedActions(own: readonly CheckedOutcome[]): readonly Cell[] {
  return own
    .filter(({ check }) => check === 'trip-acts')
    .flatMap(({ outcome }) => outcome.parts.filter(({ result }) => !openActions.has(result)).map(cellOf));
}

function cellOf(part: PartOutcome): Cell {
  // "In service" and "built" are what only a live read can prove.
  if (part.result === 'pass') return part.grade === 'file' ? 'unknown' : 'yes';
  return part.result === 'fail' ? 'no' : 'unknown';
}

function worst(cells: readonly Cell[]): Cell {
  if (cells.includes('no')) return 'no';
  if (cells.length === 0 || cells.includes('unknown')) return 'unknown';
  return 'yes';
}

function resultOf(
  required: RequiredFunction,
  cells: CoverageRow['cells'],
  judged: readonly CheckedOutcome[],
  own: readonly CheckedOutcome[],
): { result: CoverageRow['result']; because: readonly Text[] } {
  const { action: _notObserved, independent: _should, ...decisive } = cells;
  const parts = judged.flatMap(({ outcome }) => outcome.parts);
  // A rule that does not bind yet fails nobody, but what it proved missing is not there: the row cannot pass.
  const disproved = Object.values(decisive).includes('no') ? own.flatMap(({ outcome }) => outcome.parts) : parts;
  const failed = disproved.filter((part) => part.result === 'fail');
  if (failed.length > 0)
    return { result: 'fail', because: failed.flatMap((part) => (part.actual === undefined ? [] : [part.actual])) };
  // What was left out of a confined audit is not known, whatever the columns say.
  if (parts.some((part) => part.result === 'notselected'))
    return { result: 'unknown', because: distinct(parts.filter(isDoubtful).flatMap(reasons)) };
  if (required.scope !== 'in') {
    const words = { unit: required.unit.id, process: required.process.id };
    return { result: 'unknown', because: [text(`scope.${required.scope}`, words)] };
  }
  if (required.standing === 'scale-unknown') return { result: 'unknown', because: [text('audit.scale-unknown')] };
  const doubtful = parts.filter(isDoubtful);
  if (Object.values(decisive).includes('unknown')) {
    const byFile = parts.some((part) => part.grade === 'file') ? [text('file.only-by-file')] : [];
    const because = [...byFile, ...distinct(doubtful.flatMap(reasons))];
    return { result: 'unknown', because: because.length === 0 ? [text('audit.only-by-document')] : because };
  }
  const proof = parts.flatMap((part) => (part.because === undefined ? [] : [part.because]));
  return { result: 'pass', because: required.nature === 'passive' ? proof : [] };
}

/** That a rule has nothing to say of a function is no reason for doubt; that its unit stands still is. */
function isDoubtful({ result, because }: PartOutcome): boolean {
  return (
    result === 'unknown' ||
    result === 'error' ||
    result === 'notselected' ||
    (result === 'notapplicable' && because?.key !== 'audit.nothing-to-check')
  );
}

/** The same sentence is said once. */
function distinct(texts: readonly Text[]): readonly Text[] {
  return [...new Map(texts.map((each) => [JSON.stringify(each), each])).values()];
}

function reasons(part: PartOutcome): readonly Text[] {
  return [...(part.because === undefined ? [] : [part.because]), ...part.missing.map((missing) => missing.why)];
}

function isOfLaw(weight: Weight): boolean {
  return weight === 'binding' || weight === 'not-yet-due';
}

function counts(row: Pick<CoverageRow, 'standing'>): boolean {
  return row.standing === 'required' || row.standing === 'scale-unknown';
}

function count(all: readonly CoverageRow[]): CoverageCounts {
  const rows = all.filter(counts);
  const tally = (subset: readonly CoverageRow[]) => ({
    required: subset.length,
    judged: subset.filter((row) => row.result !== 'unknown').length,
  });
  const withResult = (result: CoverageRow['result']) => rows.filter((row) => row.result === result).length;
  return {
    required: rows.length,
    live: tally(rows.filter((row) => row.proof === 'live')),
    document: tally(rows.filter((row) => row.proof === 'document')),
    pass: withResult('pass'),
    fail: withResult('fail'),
    unknown: withResult('unknown'),
    unconfirmedBasis: all.filter((row) => row.standing === 'unconfirmed-basis').length,
    recommended: all.filter((row) => row.standing === 'recommended').length,
    built: answer(rows, 'built'),
    esdPresent: answer(
      rows.filter((row) => row.emergency),
      'built',
    ),
    inService: answer(
      rows.filter((row) => row.proof === 'live' && row.cells.built !== 'no'),
      'inService',
    ),
  };
}

function answer(rows: readonly CoverageRow[], column: 'built' | 'inService'): Answer {
  const of = (cell: Cell) => rows.filter((row) => row.cells[column] === cell).length;
  const [yes, no] = [of('yes'), of('no')];
  return { yes, no, unknown: rows.length - yes - no };
}

const nobody: Answer = { yes: 0, no: 0, unknown: 0 };
const nothing: CoverageCounts = {
  required: 0,
  live: { required: 0, judged: 0 },
  document: { required: 0, judged: 0 },
  pass: 0,
  fail: 0,
  unknown: 0,
  unconfirmedBasis: 0,
  recommended: 0,
  built: nobody,
  esdPresent: nobody,
  inService: nobody,
};

/** The coverage of an audit that never came to judging. */
export const noCoverage: Coverage = { rows: [], units: [], all: nothing };
