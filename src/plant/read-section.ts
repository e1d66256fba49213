import type { z } from 'zod';
import { text } from '../messages/index.ts';
import type { Section } from './draft.ts';
import { faultsOfIssues } from './faults-of-issues.ts';
import { faultAt, type PlantFault } from './plant-fault.ts';
import type { Path, WrittenFile } from './written-file.ts';

/** Parses one value by its schema; adds its faults and gives undefined where there is any. */
export function readNoun<S extends z.ZodType>(
  file: WrittenFile,
  path: Path,
  value: unknown,
  schema: S,
  faults: PlantFault[],
): z.output<S> | undefined {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const placeBelow = (below: Path, what: 'value' | 'key') => {
    const whole = [...path, ...below];
    return what === 'key' ? file.placeOfKey(whole) : file.placeOf(whole);
  };
  faults.push(...faultsOfIssues(parsed.error.issues, placeBelow));
  return undefined;
}

/** Parses a map of nouns by their names, each by itself. */
export function readSection<S extends z.ZodType>(
  file: WrittenFile,
  key: string,
  value: unknown,
  schema: S,
  faults: PlantFault[],
): Section<z.output<S>> {
  const all = new Map<string, z.output<S>>();
  const faulty = new Set<string>();
  const entries = entriesOf(value);
  if (entries === undefined) faults.push(faultAt(file.placeOf([key]), text('plant.expected-map')));
  for (const [id, each] of entries ?? []) {
    const noun = readNoun(file, [key, id], each, schema, faults);
    if (noun === undefined) faulty.add(id);
    else all.set(id, noun);
  }
  return { all, faulty, incomplete: entries === undefined };
}

/** Parses a list of nouns, each by itself; gives those without fault by their index. */
export function readList<S extends z.ZodType>(
  file: WrittenFile,
  key: string,
  value: unknown,
  schema: S,
  faults: PlantFault[],
): ReadonlyMap<number, z.output<S>> {
  const all = new Map<number, z.output<S>>();
  const list: unknown = value ?? [];
  if (!Array.isArray(list)) faults.push(faultAt(file.placeOf([key]), text('plant.expected-list')));
  for (const [index, each] of (Array.isArray(list) ? list : []).entries()) {
    const noun = readNoun(file, [key, index], each, schema, faults);
    if (noun !== undefined) all.set(index, noun);
  }
  return all;
}

/** The members of a map; none where nothing is written, undefined where something else stands. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (value === undefined) return [];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
}
