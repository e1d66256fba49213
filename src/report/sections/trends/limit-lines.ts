import type { RecordedObservation } from '../../../audit/index.ts';
import { type Cause, convert, type Quantity } from '../../../plant/index.ts';
import type { Source } from '../../source.ts';
import { engineeringValue } from '../../words/index.ts';
import { numberLabel } from './nice-ticks.ts';

/** A level across a trend. */
export interface TrendLine {
  readonly kind: 'trip' | 'approved' | 'alarm';
  readonly label: string;
  /** In the unit of the channels. */
  readonly value: number;
}

/**
 * The levels of a cause in the unit of its channels: trip as it was read, else as declared; the approved value where it
 * is another one; the alarm. A level in a unit that cannot be converted is left out.
 */
export function limitLines(
  { trip, alarm }: Cause,
  unit: string,
  series: ReadonlyMap<string, readonly RecordedObservation[]>,
  source: Source,
): readonly TrendLine[] {
  const { voice } = source;
  const read = trip?.kind === 'readable' ? lastOf(trip.setpoint, series, source) : undefined;
  const tripAt = trip === undefined ? undefined : inUnit(read ?? trip.value, unit);
  const approvedAt = trip?.approved === undefined ? undefined : inUnit(trip.value, unit);
  const alarmAt = alarm === undefined ? undefined : inUnit(lastOf(alarm.setpoint, series, source) ?? alarm.value, unit);
  const line = (kind: TrendLine['kind'], value: number | undefined): readonly TrendLine[] =>
    value === undefined
      ? []
      : [{ kind, value, label: voice.say(`report.line-${kind}`, { value: numberLabel(value), unit }) }];
  return [
    ...line('trip', tripAt),
    ...(isSame(approvedAt, tripAt) ? [] : line('approved', approvedAt)),
    ...line('alarm', alarmAt),
  ];
}

function lastOf(
  tag: string | undefined,
  series: ReadonlyMap<string, readonly RecordedObservation[]>,
  { record }: Source,
): Quantity | undefined {
  const last = tag === undefined ? undefined : series.get(tag)?.at(-1);
  if (tag === undefined || last?.kind !== 'reading' || last.quality !== 'good') return undefined;
  const point = record.plant.points.get(tag);
  const value = engineeringValue(last, point);
  return value === undefined || point?.unit === undefined ? undefined : { value, unit: point.unit };
}

function inUnit(quantity: Quantity, unit: string): number | undefined {
  return quantity.unit === unit ? quantity.value : convert(quantity, unit)?.value;
}

/** A setpoint that was read is a float32; the approved value is what somebody wrote. */
function isSame(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.fround(a) === Math.fround(b));
}
