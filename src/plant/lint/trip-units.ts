import { type Text, text } from '../../messages/index.ts';
import type { Draft, DraftFunction } from '../draft.ts';
import { listed } from '../listed.ts';
import { faultAt } from '../plant-fault.ts';
import type { Quantity } from '../quantity.ts';
import { sameKind } from '../units.ts';
import type { Path } from '../written-file.ts';
import type { Lint } from './lint.ts';

/** Trip, alarm, tolerance, dead band, deviation, setpoint and channels of one cause are in units that can be compared. */
export const tripUnits: Lint = ({ functions, points, placeOf }) =>
  [...functions.all].flatMap(([id, { causes }]) =>
    causes.flatMap((cause, index) =>
      comparisonsOf(cause, points).flatMap(({ path, value, with: of, unit }) => {
        if (sameKind(value.unit, unit)) return [];
        const written = `${value.value} ${value.unit}`.trim();
        const because = text('plant.units-differ', { written, of, unit: unit === '' ? text('plant.no-unit') : unit });
        return [faultAt(placeOf(['functions', id, 'when', index, ...path]), because)];
      }),
    ),
  );

interface Comparison {
  readonly path: Path;
  readonly value: Quantity;
  readonly with: Text | ReturnType<typeof listed>;
  readonly unit: string;
}

function comparisonsOf(cause: DraftFunction['causes'][number], points: Draft['points']): readonly Comparison[] {
  const { trip, alarm, channels, deviation } = cause;
  const found: Comparison[] = [];
  const withPoints = (path: Path, value: Quantity, tags: readonly (string | undefined)[]) => {
    for (const [unit, each] of byUnit(tags, points)) found.push({ path, value, with: listed(each), unit });
  };
  if (trip !== undefined) {
    const { value, approved, deadband, designLimit } = trip;
    withPoints(['trip', trip.direction], value, [...channels, trip.setpoint]);
    const own = { with: text('plant.trip-value'), unit: value.unit };
    if (approved?.tolerance !== undefined) {
      found.push({ path: ['trip', 'approved', 'tolerance'], value: approved.tolerance, ...own });
    }
    if (deadband !== undefined) found.push({ path: ['trip', 'deadband'], value: deadband, ...own });
    if (designLimit !== undefined) found.push({ path: ['trip', 'design_limit'], value: designLimit, ...own });
  }
  if (alarm !== undefined) {
    withPoints(['alarm', alarm.direction], alarm.value, [...channels, alarm.setpoint]);
    if (alarm.deadband !== undefined) withPoints(['alarm', 'deadband'], alarm.deadband, channels);
  }
  if (deviation !== undefined) withPoints(['deviation'], deviation, channels);
  return found;
}

/** The numeric ones of some points, by their unit. */
function byUnit(
  tags: readonly (string | undefined)[],
  { all }: Draft['points'],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const tag of tags) {
    const point = tag === undefined ? undefined : all.get(tag);
    if (tag === undefined || point === undefined || point.type === 'bool') continue;
    const unit = point.unit ?? '';
    found.set(unit, [...(found.get(unit) ?? []), tag]);
  }
  return found;
}
