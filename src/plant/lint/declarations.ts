import { text } from '../../messages/index.ts';
import { mayBeDeclared } from '../draft.ts';
import { hint } from '../nearest.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** A statement is about something declared, and nothing is stated twice: two statements could contradict each other. */
export const declarations: Lint = (draft, { knownRows }) => {
  const owners = [draft.units, draft.hazardInstallations, draft.controllers];
  const first = new Map<string, number>();
  return [...draft.declarations].flatMap(([index, { what, of, document, seenBy }]) => {
    const place = (key: string) => draft.placeOf(['declarations', index, key]);
    const process = /^inside-(p\d+)$/.exec(what)?.[1]?.toUpperCase();
    const key = JSON.stringify([what, of]);
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    const known = owners.flatMap((section) => [...section.all.keys()]);
    return [
      ...(of === undefined || owners.some((section) => mayBeDeclared(section, of))
        ? []
        : [faultAt(place('of'), text('declared.unknown-owner', { id: of, hint: hint(of, known) }))]),
      ...(before === undefined ? [] : [faultAt(place('what'), text('declared.twice', { what, number: before + 1 }))]),
      // Whatever else is written after `inside-p` would be left out in silence.
      ...(process === undefined
        ? []
        : knownRows !== undefined && knownRows(`${process}-C01`) === undefined
          ? [faultAt(place('what'), text('plant.unknown-process', { process }))]
          : of === undefined || !mayBeDeclared(draft.units, of)
            ? [faultAt(place('what'), text('declared.inside-of-unit', { what }))]
            : []),
      ...(document !== undefined && seenBy !== undefined
        ? [faultAt(place('seen_by'), text('plant.either-key', { a: 'document', b: 'seen_by' }))]
        : []),
    ];
  });
};
