import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { type Text, text } from '../../messages/index.ts';
import { parseEndpoint } from '../../protocols/index.ts';
import type { LintOptions } from '../lint/lint.ts';
import type { PlantFault } from '../plant-fault.ts';
import { readPointList } from '../read-point-list.ts';
import { entriesOf } from '../read-section.ts';
import type { PlantRemark } from '../remarks/index.ts';
import { parseWrittenFile } from '../written-file.ts';
import { addQuestions } from './add-questions.ts';
import { type AppendedPoints, appendPoints } from './append-points.ts';
import { type FaultsAfter, faultsAfter } from './faults-after.ts';
import { limitsOfRows } from './limits-of-rows.ts';
import { readMapping } from './mapping.ts';
import { type ExportFormat, readExport } from './read-export.ts';
import { type FileFunctions, type SettledFunctions, settleFunctions } from './settle-functions.ts';
import { type FileTags, type KnownControllers, type OpenRow, type SettledTags, settleTags } from './settle-tags.ts';

/** The files of an import as they were read, by the caller: an importer touches no disk. */
export interface ImportInput {
  readonly exports: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly plantFile: string;
  /** Undefined where the plant file does not exist yet. */
  readonly plant: string | undefined;
  readonly mappingFile?: string;
  readonly mapping?: string;
  readonly controller?: string;
  readonly lint?: LintOptions;
  /** The text of a file beside the plant file; undefined where there is none. */
  readonly readText: (file: string) => string | undefined;
}

/** What an import came to: what was read, what became of each row, and the new text of each file that changes. */
export interface ImportResult extends SettledTags {
  readonly read: readonly {
    readonly file: string;
    readonly sheet?: string;
    readonly format: ExportFormat;
    readonly rows: number;
  }[];
  readonly unrecognised: readonly { readonly file: string; readonly sheet: string }[];
  readonly functions: Pick<SettledFunctions, 'added' | 'standing'>;
  readonly list: Omit<AppendedPoints, 'source'> & { readonly file: string };
  /** What `check` will still say of points and functions, those that stood there before included. */
  readonly faults: readonly PlantFault[];
  /** Rows whose limits are out of order or beyond their range. */
  readonly oddLimits: readonly OpenRow[];
  readonly remarks: readonly PlantRemark[];
  readonly writes: readonly { readonly file: string; readonly source: string }[];
}

/** Faults of what a person wrote stop an import before anything is written. */
export type ImportOutcome =
  | { readonly ok: true; readonly result: ImportResult }
  | { readonly ok: false; readonly faults: readonly PlantFault[]; readonly because: readonly Text[] };

/** Works out an import: reads every export, settles each row by the mapping, and adds to plant file, list and mapping. */
export async function importInto(input: ImportInput): Promise<ImportOutcome> {
  const plantSource = input.plant ?? 'tripline: 1\n\npoints: points.csv\n';
  const { written, faults } = parseWrittenFile(input.plantFile, plantSource);
  const mapped = input.mapping === undefined ? undefined : readMapping(input.mappingFile ?? '', input.mapping);
  const wrong = [...faults, ...(mapped?.faults ?? [])];
  if (written === undefined || wrong.length > 0) return { ok: false, faults: wrong, because: [] };
  const members = new Map(entriesOf(written.value) ?? []);
  const listName = nameOfList(members.get('points'));
  if (listName === undefined) return { ok: false, faults: [], because: [text('importers.no-list')] };
  const own = input.exports.find(({ name }) => name === listName);
  if (own !== undefined) return { ok: false, faults: [], because: [text('importers.own-list', { file: own.name })] };
  const controllers = controllersIn(members.get('controllers'), input.controller);
  const read: ImportResult['read'][number][] = [];
  const unrecognised: ImportResult['unrecognised'][number][] = [];
  const files: FileTags[] = [];
  const matrices: FileFunctions[] = [];
  for (const { name, bytes } of input.exports) {
    const found = await readExport(bytes);
    unrecognised.push(...found.unrecognised.map((sheet) => ({ file: name, sheet })));
    for (const { tags, functions, ...part } of found.parts) {
      if (functions !== undefined) matrices.push({ file: name, functions });
      read.push({ file: name, ...part, rows: functions?.length ?? tags.length });
      files.push({ file: name, tags });
    }
  }
  const listFile = join(dirname(input.plantFile), listName);
  const existing = input.readText(listFile) ?? '';
  const named = withList(plantSource, members.has('points'));
  const mapping = mapped?.mapping;

  const attempt = (refused: Pick<FaultsAfter, 'points' | 'functions'>) => {
    const settled = settleTags(files, { mapping, controllers, given: input.controller, refused: refused.points });
    const appended = appendPoints(listFile, existing, settled.points);
    if ('key' in appended) return appended;
    const knownTags = new Set(readPointList(listFile, appended.source).lines.flatMap(({ tag }) => tag ?? []));
    const functions = settleFunctions(named, members, matrices, mapping, { knownTags, refused: refused.functions });
    const texts = new Map([
      [input.plantFile, functions.source],
      [listFile, appended.source],
    ]);
    const added = { list: listFile, points: appended.added, functions: functions.added };
    const after = faultsAfter(
      input.plantFile,
      (file) => texts.get(file) ?? input.readText(file),
      added,
      input.lint ?? {},
    );
    const misread = new Map([...misreadBeats(listName, appended, settled), ...after.points]);
    return { settled, appended, functions, after: { ...after, points: misread } };
  };
  // What `check` would refuse is not written; without its points a function may fall, too, hence until none is refused.
  let refused: Pick<FaultsAfter, 'points' | 'functions'> = { points: new Map(), functions: new Map() };
  let attempted = attempt(refused);
  while ('after' in attempted && attempted.after.points.size + attempted.after.functions.size > 0) {
    refused = {
      points: new Map([...refused.points, ...attempted.after.points]),
      functions: new Map([...refused.functions, ...attempted.after.functions]),
    };
    attempted = attempt(refused);
  }
  if ('key' in attempted) return { ok: false, faults: [], because: [attempted] };
  const { settled, functions, after } = attempted;
  const { source, ...list } = attempted.appended;
  const questions = [...settled.questions, ...functions.questions];
  const writes = [
    { file: input.plantFile, source: functions.source, before: input.plant },
    { file: listFile, source, before: existing },
  ];
  if (input.mappingFile !== undefined) {
    const before = input.mapping ?? '';
    writes.push({ file: input.mappingFile, source: addQuestions(before, questions), before });
  }
  const changed = writes
    .filter((each) => each.source !== each.before)
    .map(({ file, source: now }) => ({ file, source: now }));
  return {
    ok: true,
    result: {
      ...settled,
      open: [...settled.open, ...functions.open],
      questions,
      functions: { added: functions.added, standing: functions.standing },
      read,
      unrecognised,
      list: { file: listFile, ...list },
      faults: after.faults,
      oddLimits: limitsOfRows(files),
      remarks: after.remarks,
      writes: changed,
    },
  };
}

/** New points that a list without a column for it would make out to be the heartbeat of their own controller. */
function misreadBeats(
  file: string,
  { added, missingColumns }: AppendedPoints,
  { points }: SettledTags,
): ReadonlyMap<string, readonly Text[]> {
  if (!missingColumns.includes('heartbeat_of')) return new Map();
  const isNew = new Set(added);
  return new Map(
    points.flatMap(({ tag, controller = '', heartbeat_of: from }) =>
      from === undefined || !isNew.has(tag)
        ? []
        : [[tag, [text('importers.no-heartbeat-column', { file, from, controller })]] as const],
    ),
  );
}

/** The list that the plant file names; `points.csv` where it names none, undefined where points stand inside it. */
function nameOfList(points: unknown): string | undefined {
  if (points === undefined || points === '' || points === null) return 'points.csv';
  if (typeof points === 'string') return points;
  const first: unknown = Array.isArray(points) ? points.find((each) => typeof each === 'string') : undefined;
  return typeof first === 'string' ? first : undefined;
}

/** Names the list in a plant file that has none, and leaves every other byte alone. */
function withList(source: string, hasPoints: boolean): string {
  if (!hasPoints) return `${source}${source.endsWith('\n') ? '' : '\n'}\npoints: points.csv\n`;
  const document = parseDocument(source, { schema: 'failsafe' });
  const points = document.get('points');
  if (points !== null && points !== '') return source;
  return source.replace(/^points:[ \t]*/m, 'points: points.csv ').replace(/^(points: points\.csv) $/m, '$1');
}

/** The controllers of the plant by name, with the protocol of their endpoint. A new plant may name one on the command line. */
function controllersIn(section: unknown, given: string | undefined): KnownControllers {
  const known = (entriesOf(section) ?? []).map(([id, each]) => {
    const keys = new Map(entriesOf(each) ?? []);
    const several: unknown = keys.get('endpoints');
    const endpoint: unknown = keys.get('endpoint') ?? (Array.isArray(several) ? several[0] : undefined);
    const parsed = typeof endpoint === 'string' ? parseEndpoint(endpoint) : undefined;
    return [id, parsed?.ok === true ? parsed.value.protocol : undefined] as const;
  });
  return new Map(section === undefined && given !== undefined ? [[given, undefined]] : known);
}
