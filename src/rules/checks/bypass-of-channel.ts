import type { Cause } from '../../plant/index.ts';
import type { Inputs, Need } from '../check.ts';
import { saysOne } from './discrete.ts';

/** Whether a channel was bypassed in the window; `unclear` where its switch could not be read, or nobody said which it is. */
export type Bypassed = 'on' | 'off' | 'unclear';

/** The switches of a cause, as needs that a part can do without. */
export function bypassNeeds({ bypasses }: Cause): readonly Need[] {
  return bypasses.map((tag) => ({ kind: 'reading', tag, optional: true }));
}

/** One switch for each channel stands for its own, a single one for all; a bypass that was on at any moment counts. */
export function bypassedIn({ bypasses, channels }: Cause, channel: string, inputs: Inputs): Bypassed {
  const stateOf = (tag: string | undefined): Bypassed => {
    const samples = tag === undefined ? [] : inputs.readings(tag);
    if (samples.length === 0) return 'unclear';
    return samples.some(({ value }) => saysOne(value)) ? 'on' : 'off';
  };
  if (bypasses.length === 0) return 'off';
  if (bypasses.length === 1) return stateOf(bypasses[0]);
  if (bypasses.length === channels.length) return stateOf(bypasses[channels.indexOf(channel)]);
  return bypasses.every((tag) => stateOf(tag) === 'off') ? 'off' : 'unclear';
}
