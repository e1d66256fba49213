import { text } from '../../messages/index.ts';
import { type DraftUnit, mayBeDeclared } from '../draft.ts';
import { hint } from '../nearest.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** A statement is about something declared, and nothing is stated twice: two statements could contradict each other. */
export const declarations: Lint = (draft) => {
  const owners = [draft.units, draft.hazardInstallations, draft.controllers];
  const first = new Map<string, number>();
  return [...draft.declarations].flatMap(([index, { what, of, is, document, seenBy }]) => {
    const place = (key: string) => draft.placeOf(['declarations', index, key]);
    const key = JSON.stringify([what, of]);
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    const unnamed = is === 'absent' ? undefined : unnamedProcess(what, draft.units.all.get(of ?? ''));
    const known = owners.flatMap((section) => [...section.all.keys()]);
    return [
      ...(of === undefined || owners.some((section) => mayBeDeclared(section, of))
        ? []
        : [faultAt(place('of'), text('declared.unknown-owner', { id: of, hint: hint(of, known) }))]),
      ...(before === undefined ? [] : [faultAt(place('what'), text('declared.twice', { what, number: before + 1 }))]),
      ...(unnamed === undefined || of === undefined
        ? []
        : [faultAt(place('what'), text('declared.process-unnamed', { unit: of, process: unnamed }))]),
      ...(document !== undefined && seenBy !== undefined
        ? [faultAt(place('seen_by'), text('plant.either-key', { a: 'document', b: 'seen_by' }))]
        : []),
    ];
  });
};

/**
 * The process that a unit is stated to be counted in by a later text, and does not name: its required functions would
 * silently not be asked for.
 */
function unnamedProcess(what: string, unit: DraftUnit | undefined): string | undefined {
  const process = /^inside-(p\d{2})$/.exec(what)?.[1]?.toUpperCase();
  if (process === undefined || unit === undefined) return undefined;
  return unit.processes.includes(process) ? undefined : process;
}
