import type { Cause } from '../../../plant/index.ts';
import { listText, type Voice } from '../../words/index.ts';

/** One cause in short: `2oo3 TZT-101A、TZT-101B、TZT-101C > 120 ℃`. */
export function causeText({ vote, channels, trip, demand, alarm }: Cause, voice: Voice): string {
  const voting = vote.of > 1 ? `${vote.needed}oo${vote.of} ` : '';
  const limit = trip === undefined ? alarm : trip;
  const condition =
    limit !== undefined
      ? ` ${limit.direction === 'above' ? '>' : '<'} ${limit.value.value} ${limit.value.unit}`
      : demand === undefined
        ? ''
        : voice.say('report.cause-demand', { means: voice.say(`report.one-${demand}`) });
  return `${voting}${listText(channels, voice)}${condition}`;
}
