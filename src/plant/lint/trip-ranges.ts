import { text } from '../../messages/index.ts';
import type { Draft } from '../draft.ts';
import { listed } from '../listed.ts';
import { faultAt } from '../plant-fault.ts';
import type { Quantity } from '../quantity.ts';
import { convert } from '../units.ts';
import type { Lint } from './lint.ts';

/** A trip or alarm value beyond the instrument range of a channel can never be measured there. */
export const tripRanges: Lint = ({ functions, points, placeOf }) =>
  [...functions.all].flatMap(([id, { causes }]) =>
    causes.flatMap(({ trip, alarm, channels }, index) =>
      [
        { key: 'trip', limit: trip },
        { key: 'alarm', limit: alarm },
      ].flatMap(({ key, limit }) => {
        if (limit === undefined) return [];
        const path = ['functions', id, 'when', index, key, limit.direction];
        const written = `${limit.value.value} ${limit.value.unit}`.trim();
        return exceeded(limit.value, channels, points).map(({ tags, low, high, unit }) =>
          faultAt(placeOf(path), text('plant.beyond-range', { written, tags: listed(tags), low, high, unit })),
        );
      }),
    ),
  );

interface Exceeded {
  readonly tags: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** The ranges that a value exceeds, each with its channels. */
function exceeded(limit: Quantity, channels: readonly string[], { all }: Draft['points']): readonly Exceeded[] {
  const found = new Map<string, Exceeded>();
  for (const tag of channels) {
    const { range, unit = '' } = all.get(tag) ?? {};
    const value = convert(limit, unit)?.value;
    if (range === undefined || value === undefined || (range.low <= value && value <= range.high)) continue;
    const key = `${range.low} ${range.high} ${unit}`;
    found.set(key, { tags: [...(found.get(key)?.tags ?? []), tag], ...range, unit });
  }
  return [...found.values()];
}
