import { type Text, text } from '../../messages/index.ts';
import { dataTypes, type Endpoint, parseAddress } from '../../protocols/index.ts';
import { faultsOfIssues } from '../faults-of-issues.ts';
import { needsOnesMeaning } from '../lint/discrete-points.ts';
import { placeIn } from '../lint/shared-addresses.ts';
import { declared } from '../schema/declared.ts';
import { listedPointSchema } from '../schema/point.ts';
import type { Path } from '../written-file.ts';
import type { ImportedTag } from './imported-tag.ts';
import type { Mapping } from './mapping.ts';
import { answerFor, patternOf } from './tag-pattern.ts';

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

/** What is known beside the exports: the plant, its mapping, and which points `check` would refuse as they are. */
export interface Circumstances {
  readonly mapping: Mapping | undefined;
  readonly controllers: KnownControllers;
  readonly given: string | undefined;
  readonly refused: ReadonlyMap<string, readonly Text[]>;
}

interface SettledPoint {
  readonly cells: PointCells;
  readonly row: Omit<OpenRow, 'because'>;
  readonly at: string;
}

/** Holds each tag against the mapping and the plant's controllers. Nothing is guessed: what is not told is asked. */
export function settleTags(files: readonly FileTags[], circumstances: Circumstances): SettledTags {
  const points = new Map<string, SettledPoint>();
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
      const settled = settle(each, file, { ...circumstances, isWithoutAddresses }, ask);
      if ('skip' in settled) skipped.push({ ...row, because: text('importers.skipped') });
      else if ('because' in settled) open.push({ ...row, because: settled.because });
      else {
        const first = points.get(settled.cells.tag);
        const at = `${file} ${each.place}`;
        if (first === undefined) points.set(settled.cells.tag, { cells: settled.cells, row, at });
        else {
          const [controller = '', other = ''] = [settled.cells['controller'], first.cells['controller']];
          const values = { first: first.at, controller, other };
          const key = controller === other ? 'importers.tag-twice' : 'importers.tag-in-two';
          open.push({ ...row, because: text(key, values) });
        }
      }
    }
  }
  const doubtful = new Map([...sharersOf([...points.values()], circumstances.controllers), ...circumstances.refused]);
  for (const [tag, reasons] of doubtful) {
    const point = points.get(tag);
    if (point === undefined) continue;
    points.delete(tag);
    open.push(...reasons.map((because) => ({ ...point.row, because })));
  }
  return { points: [...points.values()].map(({ cells }) => cells), open, skipped, questions: [...asked.values()] };
}

/** Points that claim one address of one controller: which of them is right nobody told, so all are withheld. */
function sharersOf(
  points: readonly SettledPoint[],
  controllers: KnownControllers,
): ReadonlyMap<string, readonly Text[]> {
  const claimed = new Map<string, SettledPoint[]>();
  for (const point of points) {
    const { cells } = point;
    const protocol = controllers.get(cells['controller'] ?? '');
    const type = dataTypes.find((each) => each === cells['type']);
    if (protocol === undefined || type === undefined) continue;
    const parsed = parseAddress(protocol, cells['address'] ?? '', type);
    if (!parsed.ok) continue;
    const place = `${cells['controller']} ${placeIn(parsed.value)}`;
    claimed.set(place, [...(claimed.get(place) ?? []), point]);
  }
  const shared = [...claimed.values()].filter((all) => all.length > 1);
  return new Map(
    shared.flatMap((all) =>
      all.map(({ cells }) => {
        const others = all
          .filter((each) => each.cells.tag !== cells.tag)
          .map((each) => `${each.cells.tag} (${each.at})`);
        const written = cells['address'] ?? '';
        return [cells.tag, [text('importers.address-shared', { written, others: others.join(', ') })]] as const;
      }),
    ),
  );
}

type Settled = { readonly cells: PointCells } | { readonly because: Text } | { readonly skip: true };

function settle(
  each: ImportedTag,
  file: string,
  { mapping, controllers, given, isWithoutAddresses }: Circumstances & { readonly isWithoutAddresses: boolean },
  ask: (...path: readonly string[]) => void,
): Settled {
  const { tag } = each;
  if (tag === undefined) return { because: text('importers.no-tag') };
  const decided = mapping?.tags?.[tag];
  if (decided === 'skip') return { skip: true };
  const byPattern = answerFor(mapping?.roles, tag);
  if (byPattern === 'skip') return { skip: true };
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
  const role = decided?.role ?? byPattern ?? each.role;
  if (role === undefined) {
    ask('roles', patternOf(tag));
    return { because: text('importers.no-role') };
  }
  const { low, high, scale, description } = each;
  const unit = mapping?.units?.[each.unit ?? ''] ?? each.unit;
  const from = decided?.heartbeat_of ?? answerFor(mapping?.heartbeat_of, tag);
  const cells = {
    tag,
    ...declared({ controller, address, type, unit, low, high, role, scale, heartbeat_of: from, description }),
  };
  const parsed = listedPointSchema.safeParse(cells, { reportInput: true });
  if (!parsed.success) {
    const place = (path: Path) => ({ file, line: 1, path: path.join('.') });
    const [fault] = faultsOfIssues(parsed.error.issues, place);
    return { because: text('importers.cell', { column: fault?.path ?? '', because: fault?.because ?? '' }) };
  }
  const protocol = controllers.get(controller);
  const at = protocol === undefined ? undefined : parseAddress(protocol, address, parsed.data.point.type);
  if (at?.ok === false) return { because: at.because };
  if (!needsOnesMeaning(parsed.data.point.type, parsed.data.point.role)) return { cells };
  const oneMeans = decided?.one_means ?? answerFor(mapping?.one_means, tag) ?? each.oneMeans;
  if (oneMeans !== undefined) return { cells: { ...cells, one_means: oneMeans } };
  ask('one_means', patternOf(tag));
  return { because: text('importers.no-one-means') };
}
