import { type Draft, mayBeDeclared } from '../draft.ts';
import { parseState, type StatePointOf } from '../parse-state.ts';
import { faultAt } from '../plant-fault.ts';
import type { Path } from '../written-file.ts';
import type { Lint } from './lint.ts';

/** Every state expression can be read, of declared points, in units that can be compared. */
export const expressions: Lint = (draft) => {
  const pointOf: StatePointOf = (tag) =>
    draft.points.all.get(tag) ?? (mayBeDeclared(draft.points, tag) ? 'faulty' : undefined);
  return expressionsOf(draft).flatMap(({ path, written }) => {
    const parsed = parseState(written, pointOf);
    if (parsed.ok || parsed.because === undefined) return [];
    return [faultAt(draft.placeOf(path), parsed.because)];
  });
};

function expressionsOf({ units, functions, sequences }: Draft): readonly { path: Path; written: string }[] {
  const found = [
    ...[...units.all].flatMap(([id, { state }]) =>
      state?.by === 'expression'
        ? [
            { path: ['units', id, 'state', 'running'], written: state.running },
            { path: ['units', id, 'state', 'starting'], written: state.starting },
          ]
        : [],
    ),
    ...[...functions.all].map(([id, it]) => ({ path: ['functions', id, 'active_when'], written: it.activeWhen })),
    ...[...sequences.all].map(([id, it]) => ({ path: ['sequences', id, 'active_when'], written: it.activeWhen })),
  ];
  return found.flatMap(({ path, written }) => (written === undefined ? [] : [{ path, written }]));
}
