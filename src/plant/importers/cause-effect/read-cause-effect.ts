import { type Text, text } from '../../../messages/index.ts';
import { declared } from '../../schema/declared.ts';
import type { ImportedCause, ImportedFunction } from '../imported-function.ts';
import { type Table, tableOf } from '../sheet/header.ts';
import { placeOfRow, type Sheet } from '../sheet/sheet.ts';
import { delayOf, limitOf, markOf, stateOf, tagsOf, voteOf } from './cells.ts';

const words = {
  tag: [
    'cause',
    'causes',
    'cause tag',
    'tag',
    'tag no',
    '原因',
    '原因位号',
    '位号',
    '仪表位号',
    '联锁原因',
    '输入位号',
  ],
  function: [
    'sif',
    'sif no',
    'function',
    'interlock',
    'interlock no',
    '联锁号',
    '联锁编号',
    '回路号',
    'SIF编号',
    '功能编号',
  ],
  description: ['description', 'service', '描述', '说明', '用途', '原因描述'],
  setpoint: ['setpoint', 'set point', 'trip', 'trip point', '联锁值', '设定值', '动作值', '联锁设定值'],
  unit: ['unit', 'eu', '单位'],
  vote: ['voting', 'vote', '表决', '表决方式', '表决逻辑'],
  delay: ['delay', '延时', '延迟', '延时时间'],
  setpointTag: ['setpoint tag', 'sp tag', '设定值位号', '联锁值位号', '联锁设定值位号'],
  bypass: ['bypass', 'bypass tag', 'mos', '旁路', '旁路位号', '旁路开关'],
  sil: ['sil', 'sil等级', 'SIL级别'],
} as const;
type Column = keyof typeof words;
type Row = Table<Column>['rows'][number];

interface EffectColumn {
  readonly index: number;
  readonly elements: readonly string[];
  readonly to: string | undefined;
  readonly head: string;
}

/**
 * Reads a cause-and-effect matrix: causes down, effects across, marks between; undefined where the sheet is none. What it
 * does not tell beyond doubt is a doubt of its function, never a guess.
 */
export function readCauseEffect(sheet: Sheet): readonly ImportedFunction[] | undefined {
  const table = tableOf<Column>(sheet, words, ['tag']);
  if (table === undefined) return undefined;
  // A header merged over several rows is found at its first row: the matrix begins below its last.
  const tagColumn = table.columns.get('tag') ?? 0;
  const heading = table.header.cells[tagColumn];
  const last =
    sheet.rows.findLast(({ row, cells }) => row >= table.header.row && cells[tagColumn] === heading)?.row ?? 0;
  const effects = effectsOf(sheet, new Set(table.columns.values()), last);
  const cells = new Map(sheet.rows.map((each) => [each.row, each.cells]));
  const rows = table.rows.filter(({ row }) => row > last);
  const isMatrix = rows.some(({ row }) =>
    effects.some(({ index, elements }) => elements.length > 0 && markOf(cells.get(row)?.[index] ?? '').is === 'mark'),
  );
  if (!isMatrix) return undefined;
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row.cells.get('function') ?? `CE-${row.cells.get('tag') ?? placeOfRow(sheet, row.row)}`;
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups].map(([id, group]) => functionOf(id, group, effects, sheet, cells));
}

/** Every column that says nothing of a cause; a label that all of them share tells nothing. One without a tag is kept: it may be marked. */
function effectsOf(sheet: Sheet, named: ReadonlySet<number>, lastHeader: number): readonly EffectColumn[] {
  const heads = sheet.rows.filter(({ row }) => row <= lastHeader);
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const indices = Array.from({ length: width }, (_, index) => index).filter((index) => !named.has(index));
  return indices.map((index) => {
    const texts = [...new Set(heads.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== ''))];
    const parts = texts.flatMap((each) => each.split('\n'));
    const elements = parts.flatMap((part) => tagsOf(part) ?? []);
    const to = stateOf(parts.filter((part) => tagsOf(part) === undefined).join(' '));
    return { index, elements, to, head: parts.join(' ') };
  });
}

function functionOf(
  id: string,
  rows: readonly Row[],
  columns: readonly EffectColumn[],
  sheet: Sheet,
  cells: ReadonlyMap<number, readonly string[]>,
): ImportedFunction {
  const doubts: Text[] = [];
  const marked = rows.map((row) => {
    const marks = columns.map((column) => ({ column, written: cells.get(row.row)?.[column.index] ?? '' }));
    for (const { column, written } of marks) {
      const element = column.elements.join('、');
      const { is } = markOf(written);
      // A remark may stand in a column that is no effect; a mark there is an effect that nobody named.
      if (is === 'mark' && element === '')
        doubts.push(text('importers.no-element', { place: placeOfRow(sheet, row.row), head: column.head }));
      if (is === 'unclear' && element !== '')
        doubts.push(text('importers.mark-unclear', { place: placeOfRow(sheet, row.row), element, written }));
    }
    return marks.flatMap(({ column, written }) => {
      const mark = markOf(written);
      return mark.is === 'mark' && column.elements.length > 0 ? [{ column, mark }] : [];
    });
  });
  const acted = marked.map((marks) => marks.map(({ column }) => column.index).join());
  if (new Set(acted).size > 1) doubts.push(text('importers.effects-differ'));
  if (acted.every((each) => each === '')) doubts.push(text('importers.no-effect'));
  const causes = rows.map((row, index) => {
    const marks = marked[index]?.map(({ mark }) => mark) ?? [];
    return causeOf(row, placeOfRow(sheet, row.row), marks, doubts);
  });
  const effects = (marked[0] ?? []).flatMap(({ column }) => {
    if (column.to === undefined) doubts.push(text('importers.no-state', { element: column.elements.join('、') }));
    return column.to === undefined ? [] : column.elements.map((element) => ({ element, to: column.to ?? '' }));
  });
  const voted = joinVoted(causes);
  for (const { vote, of } of voted) {
    if (vote === undefined && of.length > 1) doubts.push(text('importers.no-vote', { channels: of.join(', ') }));
    const needs = Number(vote?.split('oo')[1] ?? of.length);
    if (needs !== of.length)
      doubts.push(text('importers.vote-channels', { vote: vote ?? '', needs, channels: of.join(', ') }));
  }
  const name = rows.map(({ cells: row }) => row.get('description')).find((each) => each !== undefined) ?? id;
  const sil = rows
    .map(({ cells: row }) => /^(?:SIL)?\s*([1-4])$/iu.exec(row.get('sil') ?? '')?.[1])
    .find((each) => each !== undefined);
  return declared({ id, name, place: placeOfRow(sheet, rows[0]?.row ?? 0), sil, causes: voted, effects, doubts });
}

function causeOf(
  { cells }: Row,
  place: string,
  marks: readonly { readonly delay?: string; readonly vote?: string }[],
  doubts: Text[],
): ImportedCause {
  const written = cells.get('tag') ?? '';
  const of = tagsOf(written);
  if (of === undefined) doubts.push(text('importers.cause-tags', { place, written }));
  const one = (own: string | undefined, parsed: string | undefined, key: 'delay' | 'vote') => {
    const values = new Set([...(own === undefined ? [] : [parsed]), ...marks.map((mark) => mark[key])]);
    // A column that says it speaks for all marks of its row; marks that say different things are a doubt.
    const told = [...values].filter((value) => value !== undefined);
    const isTorn = told.length > 1 || (own === undefined && told.length === 1 && values.size > 1);
    if (isTorn || (own !== undefined && parsed === undefined))
      doubts.push(text('importers.cell-unclear', { place, column: key, written: own ?? told.join(' / ') }));
    return told[0];
  };
  const vote = one(cells.get('vote'), voteOf(cells.get('vote') ?? ''), 'vote');
  const delay = one(cells.get('delay'), delayOf(cells.get('delay') ?? ''), 'delay');
  const setpoint = cells.get('setpoint') ?? '';
  const limit = limitOf(setpoint, cells.get('unit') ?? '');
  const state = stateOf(setpoint);
  const demand = limit === undefined && state !== 'alarm' ? state : undefined;
  if (limit === undefined && demand === undefined)
    doubts.push(text('importers.no-limit', { place, written: setpoint }));
  const setpointTag = tagColumn(cells.get('setpointTag'), 'setpoint', place, doubts);
  const bypass = tagColumn(cells.get('bypass'), 'bypass', place, doubts);
  if (setpointTag !== undefined && setpointTag.length > 1)
    doubts.push(text('importers.cell-unclear', { place, column: 'setpoint', written: cells.get('setpointTag') ?? '' }));
  return declared({ vote, of: of ?? [], limit, demand, delay, setpoint: setpointTag?.[0], bypass });
}

/** The tags of a cell that should hold tags and nothing else. */
function tagColumn(
  written: string | undefined,
  column: string,
  place: string,
  doubts: Text[],
): readonly string[] | undefined {
  if (written === undefined) return undefined;
  const tags = tagsOf(written);
  if (tags === undefined) doubts.push(text('importers.cell-unclear', { place, column, written }));
  return tags;
}

/** Rows of one channel each that repeat the vote of their group (a merged cell) are one cause with several channels. */
function joinVoted(causes: readonly ImportedCause[]): readonly ImportedCause[] {
  const joined: ImportedCause[] = [];
  for (const cause of causes) {
    const before = joined.at(-1);
    const needs = Number(cause.vote?.split('oo')[1] ?? 1);
    const sameDemand = ({ of: _, bypass: __, ...rest }: ImportedCause) => JSON.stringify(rest);
    const belongs = before !== undefined && needs > 1 && before.of.length < needs && cause.of.length === 1;
    if (belongs && sameDemand(before) === sameDemand(cause))
      joined[joined.length - 1] = declared({
        ...before,
        of: [...before.of, ...cause.of],
        bypass: bypassOf(before.bypass, cause.bypass),
      });
    else joined.push(cause);
  }
  return joined;
}

/** The switches of two channels that are one cause; a merged cell names the same one twice. */
function bypassOf(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): readonly string[] | undefined {
  if (before === undefined || after === undefined) return before ?? after;
  return [...new Set([...before, ...after])];
}
