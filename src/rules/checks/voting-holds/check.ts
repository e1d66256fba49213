import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Cause, Plant, SafetyFunction } from '../../../plant/index.ts';
import { defineCheck, type Inputs, type Part } from '../../check.ts';
import { saysOne } from '../discrete.ts';
import { permitAt } from '../permitted.ts';
import { type Standing, standingsAt } from '../votes.ts';

/**
 * The vote in the solver is the declared one, and what is bypassed under a permit or faulted leaves enough channels to
 * trip; a single channel votes one out of one. A bypass without a permit is a finding of its own: the vote is then not
 * judged beside it.
 */
export const votingHolds = defineCheck({
  name: 'voting-holds',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) =>
    it.causes.flatMap((cause) => [
      ...(cause.votePoint === undefined ? [] : [asDeclared(cause, cause.votePoint, it, plant)]),
      canTrip(cause, it, plant),
    ]),
});

function writtenVote({ vote: { needed, of } }: Cause): string {
  return `${needed}oo${of}`;
}

function asDeclared(cause: Cause, tag: string, it: SafetyFunction, plant: Plant): Part {
  return {
    name: `vote ${tag}`,
    needs: [{ kind: 'reading', tag }, ...strict(cause)],
    judge: (inputs) => {
      const needed = Number(inputs.reading(tag).value);
      const words = { tag, needed, vote: writtenVote(cause) };
      const isDegraded = standingsNow(cause, it, plant, inputs).includes('out');
      if (needed === cause.vote.needed || (isDegraded && needed >= 1 && needed < cause.vote.needed))
        return { says: 'pass', because: text('checks.vote-same', words) };
      // Nought needed is not one channel fewer: nobody knows what such a solver does.
      const isSafe = needed >= 1 && needed < cause.vote.needed;
      return {
        says: 'fail',
        expected: text('checks.vote-expected', words),
        actual: text('checks.vote-differs', words),
        ...(isSafe ? { side: 'safe' as const } : {}),
      };
    },
  };
}

function canTrip(cause: Cause, it: SafetyFunction, plant: Plant): Part {
  const { needed } = cause.vote;
  const wordsOf = (votes: readonly Standing[]) => {
    const out = cause.channels.filter((_, index) => votes[index] === 'out');
    return { vote: writtenVote(cause), out: out.join('、'), left: votes.length - out.length, needed };
  };
  const isShort = (votes: readonly Standing[]) => wordsOf(votes).left < needed;
  return {
    name: `channels ${cause.channels.join(' ')}`,
    needs: strict(cause),
    unmet: (inputs) => {
      const open = cause.bypasses.find((tag) => {
        const { value, atMs } = inputs.reading(tag);
        return saysOne(value) && permitAt(plant, tag, atMs) === undefined;
      });
      return open === undefined ? undefined : text('checks.bypass-apart', { tag: open });
    },
    undecided: (inputs) => {
      const votes = standingsNow(cause, it, plant, inputs);
      if (votes.includes('unclear')) return text('checks.vote-unclear', { channels: cause.channels.join('、') });
      // Which vote a degraded group falls back to is not declared: with too few channels left it may still trip.
      const bypassed = standingsNow({ ...cause, diagnostics: [] }, { ...it, onChannelFault: 'trip' }, plant, inputs);
      return it.onChannelFault === 'degrade' && isShort(votes) && !isShort(bypassed)
        ? text('checks.vote-degrades', wordsOf(votes))
        : undefined;
    },
    judge: (inputs) => {
      const votes = standingsNow(cause, it, plant, inputs);
      const words = wordsOf(votes);
      if (isShort(votes)) {
        return {
          says: 'fail',
          expected: text('checks.channels-expected', words),
          actual: text('checks.channels-too-few', words),
        };
      }
      const because = words.out === '' ? text('checks.channels-all', words) : text('checks.channels-left', words);
      return { says: 'pass', because };
    },
  };
}

/** Channels, their switches and fault bits: all of them must be known. What the setpoint is does not matter here. */
function strict({ channels, bypasses, diagnostics }: Cause): Part['needs'] {
  return [...new Set([...channels, ...bypasses, ...diagnostics])].map((tag) => ({ kind: 'reading', tag }));
}

function standingsNow(cause: Cause, it: SafetyFunction, plant: Plant, inputs: Inputs): readonly Standing[] {
  return standingsAt(cause, it, plant, inputs, Number.MAX_SAFE_INTEGER);
}
