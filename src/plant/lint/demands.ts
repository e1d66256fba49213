import { type Text, text } from '../../messages/index.ts';
import type { DraftFunction, DraftPoint } from '../draft.ts';
import { bitThatSays } from '../ones-meaning.ts';
import type { OnesMeaning } from '../plant.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/** One or zero of such a point is a demand by itself; of the others it is not known which of their two states is. */
const demandsByThemselves: ReadonlySet<OnesMeaning> = new Set(['tripped', 'alarm', 'fault', 'pressed', 'healthy']);

/** It is known when each channel demands: a number by its trip or alarm, a discrete point by its word or by `demand`. */
export const demands: Lint = ({ functions, points, placeOf }) =>
  [...functions.all].flatMap(([id, { causes }]) =>
    causes.flatMap((cause, index) =>
      cause.channels.flatMap((tag, at) => {
        const point = points.all.get(tag);
        const because = point === undefined ? undefined : unclear(tag, point, cause);
        const below = cause.demand === undefined ? ['of', at] : ['demand'];
        return because === undefined ? [] : [faultAt(placeOf(['functions', id, 'when', index, ...below]), because)];
      }),
    ),
  );

function unclear(
  tag: string,
  { oneMeans }: DraftPoint,
  { demand, trip, alarm }: DraftFunction['causes'][number],
): Text | undefined {
  if (demand === undefined) {
    if (trip !== undefined || alarm !== undefined) return undefined;
    if (oneMeans === undefined) return text('plant.cause-without-limit', { tag });
    return demandsByThemselves.has(oneMeans) ? undefined : text('plant.demand-missing', { tag, oneMeans });
  }
  if (oneMeans === undefined) return text('plant.state-not-discrete', { tag, word: demand });
  return bitThatSays(demand, oneMeans) === undefined
    ? text('plant.word-does-not-fit', { tag, word: demand, oneMeans })
    : undefined;
}
