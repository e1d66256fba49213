import { type Text, text } from '../../messages/index.ts';
import { type Endpoint, parseAddress } from '../../protocols/index.ts';
import { faultsOfIssues } from '../faults-of-issues.ts';
import { declared } from '../schema/declared.ts';
import { listedPointSchema } from '../schema/point.ts';
import type { Path } from '../written-file.ts';
import type { ImportedTag } from './imported-tag.ts';
import type { Mapping } from './mapping.ts';
import { covers, patternOf } from './tag-pattern.ts';

/** The cells of a point, by the columns of a point list. */
export type PointCells = Readonly<Record<string, string>> & { readonly tag: string };

/** A row that became no point: where it stands and why. */
export interface OpenRow {
  readonly file: string;
  readonly place: string;
  readonly tag?: string;
  readonly because: Text;
}

/** A key of the mapping file whose answer would settle rows. */
export interface Question {
  readonly path: readonly string[];
  readonly rows: number;
}

/** What came of the tags: each is a point, an open row with its reason, or was set aside by the mapping. */
export interface SettledTags {
  readonly points: readonly PointCells[];
  readonly open: readonly OpenRow[];
  readonly skipped: readonly OpenRow[];
  readonly questions: readonly Question[];
}

/** The tags of one file with its name. */
export interface FileTags {
  readonly file: string;
  readonly tags: readonly ImportedTag[];
}

/** What the plant knows of a controller: how it is spoken to. */
export type KnownControllers = ReadonlyMap<string, Endpoint['protocol'] | undefined>;

/** Holds each tag against the mapping and the plant's controllers. Nothing is guessed: what is not told is asked. */
export function settleTags(
  files: readonly FileTags[],
  mapping: Mapping | undefined,
  controllers: KnownControllers,
  given: string | undefined,
): SettledTags {
  const points = new Map<string, { readonly cells: PointCells; readonly at: string }>();
  const open: OpenRow[] = [];
  const skipped: OpenRow[] = [];
  const asked = new Map<string, { readonly path: readonly string[]; rows: number }>();
  const ask = (...path: readonly string[]) => {
    const key = path.join('\n');
    const question = asked.get(key) ?? { path, rows: 0 };
    question.rows += 1;
    asked.set(key, question);
  };
  for (const { file, tags } of files) {
    const isWithoutAddresses = tags.every(({ address }) => address === undefined);
    for (const each of tags) {
      const row = declared({ file, place: each.place, tag: each.tag });
      const settled = settle(each, file, { mapping, controllers, given, isWithoutAddresses }, ask);
      if ('skip' in settled) skipped.push({ ...row, because: text('importers.skipped') });
      else if ('because' in settled) open.push({ ...row, because: settled.because });
      else {
        const first = points.get(settled.cells.tag);
        if (first === undefined) points.set(settled.cells.tag, { cells: settled.cells, at: `${file} ${each.place}` });
        else open.push({ ...row, because: text('importers.tag-twice', { first: first.at }) });
      }
    }
  }
  return { points: [...points.values()].map(({ cells }) => cells), open, skipped, questions: [...asked.values()] };
}

type Settled = { readonly cells: PointCells } | { readonly because: Text } | { readonly skip: true };

interface Circumstances {
  readonly mapping: Mapping | undefined;
  readonly controllers: KnownControllers;
  readonly given: string | undefined;
  readonly isWithoutAddresses: boolean;
}

function settle(
  each: ImportedTag,
  file: string,
  { mapping, controllers, given, isWithoutAddresses }: Circumstances,
  ask: (...path: readonly string[]) => void,
): Settled {
  const { tag } = each;
  if (tag === undefined) return { because: text('importers.no-tag') };
  const decided = mapping?.tags?.[tag];
  if (decided === 'skip') return { skip: true };
  const pattern = Object.entries(mapping?.roles ?? {}).find(([key, role]) => role !== undefined && covers(key, tag));
  if (pattern?.[1] === 'skip') return { skip: true };
  const ofFile = mapping?.files?.[file];
  const form = ofFile?.address;
  // A template makes the addresses that an export lacks; those that it has only where it says so.
  const applies = form !== undefined && form.includes('{address}') === (each.address !== undefined);
  const template = applies ? form.replaceAll('{tag}', tag).replaceAll('{address}', each.address ?? '') : undefined;
  if (each.unreadable !== undefined && decided?.address === undefined) return { because: each.unreadable };
  // Who names a controller by hand knows the plant's name for it; a column names it in the vendor's words.
  const controller = decided?.controller ?? given ?? ofFile?.controller ?? each.controller;
  if (controller === undefined) {
    ask('files', file, 'controller');
    return { because: text('importers.no-controller') };
  }
  if (!controllers.has(controller)) return { because: text('importers.unknown-controller', { controller }) };
  const address = decided?.address ?? template ?? each.address;
  if (address === undefined) {
    if (isWithoutAddresses) ask('files', file, 'address');
    return { because: text('importers.no-address') };
  }
  const type = decided?.type ?? mapping?.types?.[each.writtenType ?? ''] ?? each.type;
  if (type === undefined) {
    if (each.writtenType === undefined) ask('tags', tag, 'type');
    else ask('types', each.writtenType);
    const written = each.writtenType ?? '';
    return { because: written === '' ? text('importers.no-type') : text('importers.unknown-type', { written }) };
  }
  const role = decided?.role ?? pattern?.[1] ?? each.role;
  if (role === undefined) {
    ask('roles', patternOf(tag));
    return { because: text('importers.no-role') };
  }
  const { unit, low, high, scale, description } = each;
  const cells = { tag, ...declared({ controller, address, type, unit, low, high, role, scale, description }) };
  const parsed = listedPointSchema.safeParse(cells, { reportInput: true });
  if (!parsed.success) {
    const place = (path: Path) => ({ file, line: 1, path: path.join('.') });
    const [fault] = faultsOfIssues(parsed.error.issues, place);
    return { because: text('importers.cell', { column: fault?.path ?? '', because: fault?.because ?? '' }) };
  }
  const protocol = controllers.get(controller);
  const at = protocol === undefined ? undefined : parseAddress(protocol, address, parsed.data.point.type);
  return at?.ok === false ? { because: at.because } : { cells };
}
