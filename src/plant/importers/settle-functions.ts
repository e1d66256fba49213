import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { type Text, text } from '../../messages/index.ts';
import { entriesOf } from '../read-section.ts';
import { declared } from '../schema/declared.ts';
import type { ImportedFunction } from './imported-function.ts';
import type { Mapping } from './mapping.ts';
import type { OpenRow, Question } from './settle-tags.ts';

/** What an import of matrices makes of a plant file. */
export interface SettledFunctions {
  readonly source: string;
  readonly added: readonly string[];
  /** Functions that the plant file has already: never touched, whatever the matrix says. */
  readonly standing: readonly string[];
  readonly open: readonly OpenRow[];
  readonly questions: readonly Question[];
}

/** Adds functions that are beyond doubt below those of the plant file, byte for byte beside what stands there. */
export function settleFunctions(
  source: string,
  plant: ReadonlyMap<string, unknown>,
  files: readonly { readonly file: string; readonly functions: readonly ImportedFunction[] }[],
  mapping: Mapping | undefined,
  knownTags: ReadonlySet<string>,
): SettledFunctions {
  const written = new Set((entriesOf(plant.get('functions')) ?? []).map(([id]) => id));
  const units = (entriesOf(plant.get('units')) ?? []).map(([id]) => id);
  const standing: string[] = [];
  const open: OpenRow[] = [];
  const questions = new Map<string, Question>();
  const added = new Map<string, object>();
  for (const { file, functions } of files) {
    const decided = mapping?.files?.[file];
    const ask = (key: string): void => {
      questions.set(`${file} ${key}`, {
        path: ['files', file, key],
        rows: (questions.get(`${file} ${key}`)?.rows ?? 0) + 1,
      });
    };
    for (const each of functions) {
      if (mapping?.tags?.[each.id] === 'skip') continue;
      if (written.has(each.id)) {
        standing.push(each.id);
        continue;
      }
      const unit = decided?.unit ?? (units.length === 1 ? units[0] : undefined);
      const hasTrip = each.causes.some(({ limit }) => limit !== undefined);
      const reasons: Text[] = [...each.doubts];
      if (unit === undefined || !units.includes(unit)) {
        ask('unit');
        reasons.push(text('importers.no-unit'));
      }
      if (hasTrip && decided?.trip_kind === undefined) {
        ask('trip_kind');
        reasons.push(text('importers.no-trip-kind'));
      }
      if (decided?.trip_kind === 'readable') reasons.push(text('importers.readable-trip'));
      const strangers = each.causes.flatMap(({ of }) => of).filter((tag) => !knownTags.has(tag));
      if (strangers.length > 0) reasons.push(text('importers.no-point', { tags: strangers.join(', ') }));
      if (added.has(each.id)) reasons.push(text('importers.function-twice'));
      open.push(...reasons.map((because) => ({ file, place: each.place, tag: each.id, because })));
      if (reasons.length === 0) added.set(each.id, entryOf(each, unit, decided?.solver, decided?.trip_kind));
    }
  }
  const now = added.size === 0 ? source : insert(source, added);
  if (now === undefined) {
    const because = text('importers.functions-form');
    return {
      source,
      added: [],
      standing,
      open: [...open, { file: '', place: '', because }],
      questions: [...questions.values()],
    };
  }
  return { source: now, added: [...added.keys()], standing, open, questions: [...questions.values()] };
}

function entryOf(
  each: ImportedFunction,
  unit: string | undefined,
  solver: string | undefined,
  kind: string | undefined,
): object {
  const when = each.causes.map(({ vote, of, limit, demand, delay }) =>
    declared({
      vote,
      of,
      trip: limit === undefined ? undefined : { [limit.direction]: limit.value, kind },
      demand,
      delay,
    }),
  );
  // biome-ignore lint/suspicious/noThenProperty: the plant file says when … then.
  return declared({ name: each.name, unit, sil: each.sil, solver, when, then: each.effects });
}

/** The file with the entries behind the last function; undefined where `functions` is written in braces. */
function insert(source: string, entries: ReadonlyMap<string, object>): string | undefined {
  const { contents } = parseDocument(source, { schema: 'failsafe', stringKeys: true });
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'functions')
    : undefined;
  const isEmpty = pair !== undefined && (pair.value === null || (isScalar(pair.value) && pair.value.value === ''));
  if (pair !== undefined && !isEmpty && (!isMap(pair.value) || pair.value.flow === true)) return undefined;
  const first = pair !== undefined && isMap(pair.value) ? pair.value.items[0]?.key : undefined;
  const start = isScalar(first) ? (first.range?.[0] ?? 0) : 0;
  const indent = start === 0 ? 2 : start - (source.lastIndexOf('\n', start - 1) + 1);
  const block = stringify(Object.fromEntries(entries), { lineWidth: 0, version: '1.2' })
    .trimEnd()
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('');
  if (pair === undefined) return `${source}${source.endsWith('\n') ? '' : '\n'}\nfunctions:\n${block}`;
  const node = isMap(pair.value) ? pair.value : pair.key;
  const end = isScalar(node) || isMap(node) ? (node.range?.[1] ?? source.length) : source.length;
  const at = source[end - 1] === '\n' ? end : source.indexOf('\n', end) + 1 || source.length;
  const head = source.slice(0, at);
  return `${head}${head.endsWith('\n') ? '' : '\n'}${block}${source.slice(at)}`;
}
