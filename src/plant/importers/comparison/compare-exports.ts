import { createHash } from 'node:crypto';
import type { ImportedBlock } from '../imported-block.ts';
import type { ImportedFunction } from '../imported-function.ts';
import type { ImportedTag } from '../imported-tag.ts';
import { type ReadExport, readExport } from '../read-export.ts';
import type { ComparedExport, ComparedField, ExportChange, ExportComparison, Uncompared } from './change.ts';
import { changedLines } from './changed-lines.ts';

type Fields = readonly (readonly [ComparedField, string])[];

interface Things {
  readonly tags: ReadonlyMap<string, ImportedTag>;
  readonly blocks: ReadonlyMap<string, ImportedBlock>;
  readonly functions: ReadonlyMap<string, ImportedFunction>;
  readonly uncompared: readonly Uncompared[];
}

/** Compares two exports of one controller, whatever their format: every tag, block and function of either. */
export async function compareExports(before: Uint8Array, after: Uint8Array): Promise<ExportComparison> {
  const [first, second] = [thingsOf(await readExport(before), 'before'), thingsOf(await readExport(after), 'after')];
  return {
    before: counted(before, first),
    after: counted(after, second),
    changes: [
      ...renamed(differences('tag', first.tags, second.tags, fieldsOfTag), first.tags, second.tags),
      ...differences('block', first.blocks, second.blocks, fieldsOfBlock),
      ...differences('function', first.functions, second.functions, fieldsOfFunction),
    ],
    uncompared: [...first.uncompared, ...second.uncompared],
  };
}

function thingsOf({ parts, unrecognised }: ReadExport, side: Uncompared['side']): Things {
  const tags = new Map<string, ImportedTag>();
  const uncompared: Uncompared[] = unrecognised.map((place) => ({ side, place, because: 'no-header' }));
  for (const tag of parts.flatMap((part) => part.tags)) {
    if (tag.tag === undefined) uncompared.push({ side, place: tag.place, because: 'no-tag' });
    else if (tags.has(tag.tag)) uncompared.push({ side, place: `${tag.place} ${tag.tag}`, because: 'tag-twice' });
    else tags.set(tag.tag, tag);
  }
  const blocks = new Map(parts.flatMap(({ blocks: all = [] }) => all.map((each) => [each.name, each] as const)));
  const functions = new Map(parts.flatMap(({ functions: all = [] }) => all.map((each) => [each.id, each] as const)));
  for (const [place, { doubts }] of functions)
    if (doubts.length > 0) uncompared.push({ side, place, because: 'unclear' });
  return { tags, blocks, functions, uncompared };
}

function counted(bytes: Uint8Array, { tags, blocks, functions }: Things): ComparedExport {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, tags: tags.size, blocks: blocks.size, functions: functions.size };
}

function differences<T>(
  what: ExportChange['what'],
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  fieldsOf: (thing: T) => Fields,
): readonly ExportChange[] {
  const changes: ExportChange[] = [];
  for (const [id, thing] of before) {
    const other = after.get(id);
    if (other === undefined) {
      changes.push({ what, id, change: 'removed' });
      continue;
    }
    const now = new Map(fieldsOf(other));
    for (const [field, written] of fieldsOf(thing)) {
      const other = now.get(field) ?? '';
      if (isSame(written, other)) continue;
      const shown = field === 'body' ? changedLines(written, other) : { before: written, after: other };
      changes.push({ what, id, change: 'changed', field, ...shown });
    }
  }
  for (const id of after.keys()) if (!before.has(id)) changes.push({ what, id, change: 'added' });
  return changes;
}

/** A number is the same however it is written: 120 and 120.0. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  const form = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
  return form.test(a) && form.test(b) && Number(a) === Number(b);
}

/** A tag that is gone and a new one that alone holds its address and type are one that was renamed. */
function renamed(
  changes: readonly ExportChange[],
  before: ReadonlyMap<string, ImportedTag>,
  after: ReadonlyMap<string, ImportedTag>,
): readonly ExportChange[] {
  const placeOf = (tag: ImportedTag | undefined) =>
    tag?.address === undefined ? undefined : `${tag.controller ?? ''} ${tag.address} ${tag.writtenType ?? ''}`;
  const idsOf = (change: ExportChange['change']) =>
    changes.filter((each) => each.change === change).map(({ id }) => id);
  const [gone, come] = [idsOf('removed'), idsOf('added')];
  const pairs = gone.flatMap((id) => {
    const place = placeOf(before.get(id));
    const heirs = come.filter((other) => place !== undefined && placeOf(after.get(other)) === place);
    const rivals = gone.filter((other) => placeOf(before.get(other)) === place);
    return heirs.length === 1 && rivals.length === 1 ? [[id, heirs[0] ?? ''] as const] : [];
  });
  const moved = new Set(pairs.flat());
  return [
    ...changes.filter(({ id, change }) => change === 'changed' || !moved.has(id)),
    ...pairs.flatMap(([id, heir]): readonly ExportChange[] => {
      const [old, now] = [before.get(id), after.get(heir)];
      const rest =
        old === undefined || now === undefined
          ? []
          : differences('tag', new Map([[heir, old]]), new Map([[heir, now]]), fieldsOfTag);
      return [{ what: 'tag', id: heir, change: 'renamed', before: id, after: heir }, ...rest];
    }),
  ];
}

function fieldsOfTag(tag: ImportedTag): Fields {
  const { limits = {} } = tag;
  return [
    ['address', tag.address ?? ''],
    ['type', tag.writtenType ?? ''],
    ['constant', tag.initial ?? ''],
    ['LL', limits.ll ?? ''],
    ['L', limits.l ?? ''],
    ['H', limits.h ?? ''],
    ['HH', limits.hh ?? ''],
    ['unit', tag.unit ?? ''],
    ['low', tag.low ?? ''],
    ['high', tag.high ?? ''],
    ['scale', tag.scale ?? ''],
    ['access', tag.access ?? ''],
    ['controller', tag.controller ?? ''],
    ['role', tag.role ?? ''],
    ['one_means', tag.oneMeans ?? ''],
    ['description', tag.description ?? ''],
  ];
}

function fieldsOfBlock({ kind, lines }: ImportedBlock): Fields {
  return [
    ['kind', kind],
    ['body', lines.join('\n')],
  ];
}

function fieldsOfFunction({ name, sil = '', causes, effects }: ImportedFunction): Fields {
  const causeText = ({ vote, of, limit, demand, delay, setpoint, bypass }: ImportedFunction['causes'][number]) =>
    [
      vote,
      of.join('+'),
      limit === undefined ? demand : `${limit.direction === 'above' ? '>' : '<'} ${limit.value}`,
      delay,
      setpoint,
      bypass?.join('+'),
    ]
      .filter((each) => each !== undefined && each !== '')
      .join(' ');
  return [
    ['name', name],
    ['sil', sil],
    ['causes', causes.map(causeText).join('; ')],
    ['effects', effects.map(({ element, to }) => `${element} ${to}`).join('; ')],
  ];
}
