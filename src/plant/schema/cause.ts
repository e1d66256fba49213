import { z } from 'zod';
import { text } from '../../messages/index.ts';
import { onesMeaning } from '../plant.ts';
import { declared } from './declared.ts';
import { noun } from './noun.ts';
import { refuse } from './refuse.ts';
import { alarmSchema, tripSchema } from './trip.ts';
import { duration, manyWords, quantity, vote, words } from './written-forms.ts';

/** One entry of `when`: channels, their voting, their trip. A single channel votes 1oo1 without saying so. */
export const causeSchema = noun({
  vote: vote.exactOptional(),
  of: manyWords,
  trip: tripSchema.exactOptional(),
  alarm: alarmSchema.exactOptional(),
  demand: z.enum(onesMeaning).exactOptional(),
  bypass: z.array(words).exactOptional(),
  force: z.array(words).exactOptional(),
  diagnostics: z.array(words).exactOptional(),
  delay: duration.exactOptional(),
  deviation: quantity.exactOptional(),
  vote_point: words.exactOptional(),
  first_out: words.exactOptional(),
}).transform((written, context) => {
  const { of: channels, trip, alarm, demand, bypass, force, diagnostics, delay, deviation } = written;
  if (written.vote === undefined && channels.length > 1) {
    return refuse(context, text('plant.vote-missing', { channels: channels.length }), 'vote');
  }
  return declared({
    vote: written.vote ?? { needed: 1, of: 1 },
    channels,
    trip,
    alarm,
    demand,
    bypasses: bypass ?? [],
    forces: force ?? [],
    diagnostics: diagnostics ?? [],
    delayMs: delay,
    deviation,
    votePoint: written.vote_point,
    firstOut: written.first_out,
  });
});
