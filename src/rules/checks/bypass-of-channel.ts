import type { Cause, Plant } from '../../plant/index.ts';
import type { Inputs, Need } from '../check.ts';
import { saysOne } from './discrete.ts';
import { permitAt } from './permitted.ts';

/**
 * Whether a channel may be in somebody's hands, so that what it shows is no fault of it: its own bypass was on, and under
 * a permit whenever it was seen on. A bypass without a permit excuses nothing, nor does a permit for the switch of a
 * sister (judgement.md §3). `unclear`: the switch could not be read while a permit for it was in force, or nobody said
 * which switch is whose.
 */
export type Excused = 'yes' | 'no' | 'unclear';

/** The switches of a cause, as needs that a part can do without. */
export function bypassNeeds({ bypasses }: Cause): readonly Need[] {
  return bypasses.map((tag) => ({ kind: 'reading', tag, optional: true }));
}

/** One switch for each channel stands for its own, a single one for all. */
export function excusedIn({ bypasses, channels }: Cause, channel: string, plant: Plant, inputs: Inputs): Excused {
  const stateOf = (tag: string): Excused => {
    const samples = inputs.readings(tag);
    if (samples.length === 0) return permitAt(plant, tag, inputs.observedAtMs) === undefined ? 'no' : 'unclear';
    const on = samples.filter(({ value }) => saysOne(value));
    return on.length > 0 && on.every(({ atMs }) => permitAt(plant, tag, atMs) !== undefined) ? 'yes' : 'no';
  };
  const own = bypasses.length === 1 ? bypasses[0] : bypasses[channels.indexOf(channel)];
  if (bypasses.length === 1 || bypasses.length === channels.length) return own === undefined ? 'no' : stateOf(own);
  return bypasses.every((tag) => stateOf(tag) === 'no') ? 'no' : 'unclear';
}
