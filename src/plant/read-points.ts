import { join } from 'node:path';
import { text } from '../messages/index.ts';
import type { DraftPoint, Section } from './draft.ts';
import { faultsOfIssues } from './faults-of-issues.ts';
import type { SourcePlace } from './plant.ts';
import { faultAt, type Place, type PlantFault } from './plant-fault.ts';
import { readPointList } from './read-point-list.ts';
import { entriesOf, readNoun } from './read-section.ts';
import type { SourceReader } from './read-source.ts';
import { listedPointSchema, pointSchema } from './schema/point.ts';
import type { Path, WrittenFile } from './written-file.ts';

/** The points of a plant, wherever they are listed, where each stands, and the lists that were read. */
export interface ReadPoints {
  readonly section: Section<DraftPoint>;
  placeOf(tag: string, key?: string): Place;
  readonly sources: readonly { readonly file: string; readonly sha256: string }[];
}

/**
 * Reads `points`: a map by tag, the name of a list (CSV) beside the plant file, or a YAML list whose entries are points
 * and names of lists.
 */
export function readPoints(
  file: WrittenFile,
  value: unknown,
  place: { readonly name: string; readonly folder: string; readonly read: SourceReader },
  faults: PlantFault[],
): ReadPoints {
  const book = new PointBook(faults);
  const sources: { file: string; sha256: string }[] = [];
  const list = (name: string, path: Path) => {
    const source = place.read(join(place.folder, name));
    if (source === undefined) {
      book.incomplete = true;
      faults.push(faultAt(file.placeOf(path), text('plant.file-missing', { file: name })));
      return;
    }
    sources.push({ file: name, sha256: source.sha256 });
    readLines(book, { name, file: join(place.folder, name) }, source.text, faults);
  };
  const inline = (tag: string, path: Path, point: Omit<DraftPoint, 'declaredAt'> | undefined) => {
    const placeOf = (key?: string) => (key === undefined ? file.placeOfKey(path) : file.placeOf([...path, key]));
    const { line, column } = placeOf();
    book.add(tag, placeOf, point, { file: place.name, line, ...(column === undefined ? {} : { column }) });
  };
  if (typeof value === 'string' && value !== '') list(value, ['points']);
  else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      const path = ['points', index];
      if (typeof each === 'string') list(each, path);
      else {
        const listed = readNoun(file, path, each, listedPointSchema, faults);
        const tag = listed?.tag ?? tagIn(each);
        if (tag !== undefined) inline(tag, path, listed?.point);
      }
    }
  } else {
    const entries = entriesOf(value);
    if (entries === undefined) {
      book.incomplete = true;
      faults.push(faultAt(file.placeOf(['points']), text('plant.expected-points')));
    }
    for (const [tag, each] of entries ?? []) {
      inline(tag, ['points', tag], readNoun(file, ['points', tag], each, pointSchema, faults));
    }
  }
  return { section: book, sources, placeOf: (tag, key) => book.placeOf(tag, key) };
}

function readLines(
  book: PointBook,
  list: { readonly name: string; readonly file: string },
  source: string,
  faults: PlantFault[],
): void {
  const { lines, faults: own, broken } = readPointList(list.file, source);
  faults.push(...own);
  if (broken) book.incomplete = true;
  for (const { line, tag, cells } of lines) {
    const placeOf = (): Place => ({ file: list.file, line, path: tag ?? '' });
    const placeBelow = (path: Path): Place => ({ ...placeOf(), path: [tag ?? '', ...path].join('.') });
    const parsed = cells === undefined ? undefined : listedPointSchema.safeParse(cells, { reportInput: true });
    if (parsed?.success === false) faults.push(...faultsOfIssues(parsed.error.issues, placeBelow));
    if (tag !== undefined) book.add(tag, placeOf, parsed?.data?.point, { file: list.name, line });
  }
}

function tagIn(value: unknown): string | undefined {
  const tag = entriesOf(value)?.find(([key]) => key === 'tag')?.[1];
  return typeof tag === 'string' && tag !== '' ? tag : undefined;
}

/** Holds every tag once; a tag that comes again is a fault that names the first place. */
class PointBook implements Section<DraftPoint> {
  readonly all = new Map<string, DraftPoint>();
  readonly faulty = new Set<string>();
  incomplete = false;
  readonly #places = new Map<string, (key?: string) => Place>();
  readonly #declaredAt = new Map<string, SourcePlace>();
  readonly #faults: PlantFault[];

  constructor(faults: PlantFault[]) {
    this.#faults = faults;
  }

  add(
    tag: string,
    placeOf: (key?: string) => Place,
    point: Omit<DraftPoint, 'declaredAt'> | undefined,
    declaredAt: SourcePlace,
  ): void {
    const first = this.#declaredAt.get(tag);
    if (first !== undefined) {
      const written = `${first.file}:${first.line}`;
      this.#faults.push(faultAt(placeOf(), text('plant.tag-twice', { tag, first: written })));
      return;
    }
    this.#places.set(tag, placeOf);
    this.#declaredAt.set(tag, declaredAt);
    if (point === undefined) this.faulty.add(tag);
    else this.all.set(tag, { ...point, declaredAt });
  }

  placeOf(tag: string, key?: string): Place {
    const place = this.#places.get(tag);
    if (place === undefined) throw new Error(`no point ${tag}`);
    return place(key);
  }
}
