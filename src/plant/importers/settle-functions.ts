import { type Text, text } from '../../messages/index.ts';
import { insertEntries } from '../authoring/insert-entries.ts';
import { entriesOf } from '../read-section.ts';
import { elementPointsOf, entryOf } from './function-entry.ts';
import type { ImportedFunction } from './imported-function.ts';
import type { Mapping } from './mapping.ts';
import type { OpenRow, Question } from './settle-tags.ts';
import { answerFor, answersFor, patternOf } from './tag-pattern.ts';

/** What an import of matrices makes of a plant file. */
export interface SettledFunctions {
  readonly source: string;
  readonly added: readonly string[];
  /** Functions that the plant file has already: never touched, whatever the matrix says. */
  readonly standing: readonly string[];
  readonly open: readonly OpenRow[];
  readonly questions: readonly Question[];
}

/** The functions of one file with its name. */
export interface FileFunctions {
  readonly file: string;
  readonly functions: readonly ImportedFunction[];
}

/** Adds functions that are beyond doubt below those of the plant file, byte for byte beside what stands there. */
export function settleFunctions(
  source: string,
  plant: ReadonlyMap<string, unknown>,
  files: readonly FileFunctions[],
  mapping: Mapping | undefined,
  {
    knownTags,
    refused,
  }: { readonly knownTags: ReadonlySet<string>; readonly refused: ReadonlyMap<string, readonly Text[]> },
): SettledFunctions {
  const written = new Set((entriesOf(plant.get('functions')) ?? []).map(([id]) => id));
  const units = (entriesOf(plant.get('units')) ?? []).map(([id]) => id);
  const standing: string[] = [];
  const open: OpenRow[] = [];
  const questions = new Map<string, Question>();
  const added = new Map<string, object>();
  for (const { file, functions } of files) {
    const decided = mapping?.files?.[file];
    const ask = (...path: readonly string[]): void => {
      const key = path.join('\n');
      questions.set(key, { path, rows: (questions.get(key)?.rows ?? 0) + 1 });
    };
    for (const each of functions) {
      if (mapping?.tags?.[each.id] === 'skip') continue;
      if (written.has(each.id)) {
        standing.push(each.id);
        continue;
      }
      const extra = Object.assign({}, ...answersFor(mapping?.functions, each.id));
      const own: unknown = extra.unit;
      const unit = typeof own === 'string' ? own : (decided?.unit ?? (units.length === 1 ? units[0] : undefined));
      const hasTrip = each.causes.some(({ limit }) => limit !== undefined);
      const reasons: Text[] = [...each.doubts];
      if (unit === undefined || !units.includes(unit)) {
        ask('files', file, 'unit');
        reasons.push(text('importers.no-unit'));
      }
      if (hasTrip && decided?.trip_kind === undefined) {
        ask('files', file, 'trip_kind');
        reasons.push(text('importers.no-trip-kind'));
      }
      if (
        decided?.trip_kind === 'readable' &&
        each.causes.some(({ limit, setpoint }) => limit !== undefined && setpoint === undefined)
      )
        reasons.push(text('importers.readable-trip'));
      for (const { element } of each.effects) {
        if (answerFor(mapping?.elements, element) !== undefined) continue;
        ask('elements', patternOf(element));
        reasons.push(text('importers.element-points', { element }));
      }
      const named = [
        ...each.causes.flatMap(({ of, setpoint, bypass = [] }) => [
          ...of,
          ...(setpoint === undefined ? [] : [setpoint]),
          ...bypass,
        ]),
        ...each.effects.flatMap(({ element }) => elementPointsOf(element, mapping)),
      ];
      const strangers = new Set(named.filter((tag) => !knownTags.has(tag)));
      if (strangers.size > 0) reasons.push(text('importers.no-point', { tags: [...strangers].join(', ') }));
      reasons.push(...(refused.get(each.id) ?? []));
      if (added.has(each.id)) reasons.push(text('importers.function-twice'));
      open.push(...reasons.map((because) => ({ file, place: each.place, tag: each.id, because })));
      if (reasons.length === 0) added.set(each.id, entryOf(each, { ...decided, unit }, extra, mapping));
    }
  }
  const now = added.size === 0 ? source : insertEntries(source, 'functions', added);
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
