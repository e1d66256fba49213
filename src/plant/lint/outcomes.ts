import { text } from '../../messages/index.ts';
import type { Draft, DraftFunction } from '../draft.ts';
import { faultAt } from '../plant-fault.ts';
import type { Lint } from './lint.ts';

/**
 * A function starts from something and ends in something: channels, a hand switch, a loop or a document; and a final
 * element, unless it is an alarm, a loop or proved by a document.
 */
export const outcomes: Lint = (draft) =>
  [...draft.functions.all].flatMap(([id, it]) => {
    if (it.document !== undefined || it.loop !== undefined) return [];
    if (it.causes.length === 0 && it.manual === undefined) {
      return [faultAt(draft.placeOfKey(['functions', id]), text('plant.without-cause', { id }))];
    }
    if (it.effects.length > 0 || isAlarm(it, draft)) return [];
    return [faultAt(draft.placeOfKey(['functions', id]), text('plant.without-effect', { id }))];
  });

/** It trips nothing, and every cause either has an alarm value or is an alarm of the control system itself. */
function isAlarm({ causes }: DraftFunction, { points }: Draft): boolean {
  return (
    causes.length > 0 &&
    causes.every(
      ({ trip, alarm, channels }) =>
        trip === undefined &&
        (alarm !== undefined || channels.every((tag) => (points.all.get(tag)?.role ?? 'alarm') === 'alarm')),
    )
  );
}
