import { say } from '../../../src/messages/index.ts';
import type { WatchedEvent } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';
import { paint, type Tone } from './paint.ts';
import { spanText } from './span-text.ts';

const tones: Readonly<Record<WatchedEvent['kind'], Tone>> = {
  vote: 'doubt',
  demand: 'bad',
  command: 'plain',
  movement: 'plain',
  arrival: 'good',
  loss: 'doubt',
};

/** One line about something that happened; `≈` where it may have come before what stands above it. */
export function eventLine({ when, says, isAfter, kind }: WatchedEvent, io: Terminal): string {
  return `${isAfter ? ' ' : '≈'} ${spanText(when)}  ${paint(say(says, io.language), tones[kind], io.colour)}`;
}
