import { text } from '../../messages/index.ts';
import type { SafetyFunction } from '../../plant/index.ts';
import { bindingFindings } from '../finding-order.ts';
import { type ChecklistItem, checklistKinds } from './checklist.ts';
import { documentItems } from './document-items.ts';
import { type Known, newestOf } from './known.ts';
import { photographId } from './photograph-id.ts';

/** What a record still lacks, in the order of a day on site: readings, tests to witness, documents, photographs. */
export function checklistOf(known: Known): readonly ChecklistItem[] {
  const items = [...readingItems(known), ...witnessItems(known), ...documentItems(known), ...photographItems(known)];
  return checklistKinds.flatMap((kind) => items.filter((item) => item.kind === kind));
}

function readingItems({ plant, audits }: Known): readonly ChecklistItem[] {
  const newest = newestOf(audits);
  return plant.units.flatMap(({ id: unit, name }): readonly ChecklistItem[] => {
    const base = { id: `reading:${unit}`, kind: 'reading' as const, unit };
    if (newest === undefined) return [{ ...base, says: text('guide.no-audit', { unit, name }) }];
    const read = new Set(newest.observations.flatMap(({ kind, tag }) => (kind === 'reading' ? [tag] : [])));
    const asked = new Set(newest.observations.map(({ tag }) => tag));
    const own = plant.functions.filter((it) => it.unit === unit);
    const tags = new Set(own.flatMap(tagsOf).filter((tag) => plant.points.has(tag)));
    const silent = [...tags].filter((tag) => !read.has(tag) && (asked.has(tag) || !newest.plant.points.has(tag)));
    if (silent.length === 0 && newest.plant.units.some((each) => each.id === unit)) return [];
    const controllers = new Set(silent.flatMap((tag) => plant.points.get(tag)?.controller ?? []));
    const values = { unit, name, count: silent.length, of: tags.size, controllers: [...controllers].join(', ') || '—' };
    return [{ ...base, says: text('guide.not-read', values) }];
  });
}

function tagsOf({ causes, effects }: SafetyFunction): readonly string[] {
  return [
    ...causes.flatMap(({ channels }) => channels),
    ...effects.flatMap(({ command, feedback }) => [
      ...(command === undefined ? [] : [command.point]),
      ...Object.values(feedback ?? {}).filter((tag) => typeof tag === 'string'),
    ]),
  ];
}

/** Functions that act, and that nobody has yet seen act: neither in a watch nor in an audit. */
function witnessItems({ plant, audits, watches }: Known): readonly ChecklistItem[] {
  const seen = new Set([
    ...[
      ...watches.flatMap(({ demands }) => demands),
      ...audits.flatMap(({ demands = [] }) => demands.map(({ record }) => record)),
    ]
      .filter(({ counts }) => counts !== 'nothing-seen')
      .map((demand) => demand.function),
    ...audits.flatMap(({ outcomes }) =>
      outcomes
        .filter(({ check, result }) => check?.use === 'trip-acts' && (result === 'pass' || result === 'fail'))
        .map(({ subject }) => subject.id),
    ),
  ]);
  return plant.functions
    .filter(({ id, document, effects }) => document === undefined && effects.length > 0 && !seen.has(id))
    .map(({ id, name, unit }) => ({
      id: `witness:${id}`,
      kind: 'witness',
      unit,
      says: text('guide.never-witnessed', { id, name }),
    }));
}

/** Findings that bind: what was found is seen best. A photograph of an expert, or one that was declared, settles it. */
function photographItems({ plant, audits }: Known): readonly ChecklistItem[] {
  const newest = newestOf(audits);
  if (newest === undefined) return [];
  const shown = new Set(
    audits.flatMap(({ expertFindings = [] }) =>
      expertFindings.filter(({ photographs }) => photographs.length > 0).flatMap(({ subject }) => subject ?? []),
    ),
  );
  return bindingFindings(newest)
    .filter(({ id, subject }) => !shown.has(subject.id) && !plant.documents.has(photographId(id)))
    .map(({ id, subject, statement }) => ({
      id: `photograph:${id}`,
      kind: 'photograph',
      ...(subject.unit === undefined ? {} : { unit: subject.unit }),
      says: text('guide.photograph', { subject: subject.id, name: subject.name, statement }),
      answer: { is: 'photograph', outcome: id },
    }));
}
