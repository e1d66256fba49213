import type { Text } from '../../messages/index.ts';
import type { Effect } from '../../plant/index.ts';
import type { Span } from './span.ts';

/** What may set off a function: the channels of a cause with their vote, or the manual trip alone. */
export interface InitiatorName {
  /** The function that it sets off; another one than the watched where that moves the same elements. */
  readonly of: string;
  readonly tags: readonly string[];
  readonly needed: number;
}

/** An initiator that demanded, with its votes. */
export interface SeenInitiator extends InitiatorName {
  /** Enough votes; absent where they stood before anybody looked. */
  readonly demanded?: Span;
  readonly delayMs: number;
  /** The first moment at which the demand was certainly there, ms since 1970. */
  readonly stoodFromMs: number;
  /** The last moment at which the demand was certainly there, ms since 1970. */
  readonly stoodToMs: number;
  readonly votes: readonly SeenVote[];
  /** A force of the outputs was on, or could not be read. */
  readonly heldBack?: 'forced' | 'unclear';
}

/** One channel that voted for the trip. */
export interface SeenVote {
  readonly tag: string;
  /** Absent where it voted before anybody looked. */
  readonly since?: Span;
  /** In engineering units, as first seen. */
  readonly value: number | string;
}

/** How one final element or alarm moved. */
export interface SeenEffect {
  readonly element: string;
  readonly to: Effect['to'];
  /** Its command went to where a trip sends it. */
  readonly commanded?: Span;
  /** It left its position of operation, where a switch of its own shows that. */
  readonly left?: Span;
  /** It came to its safe state. */
  readonly arrived?: Span;
  /** It left its safe state again. */
  readonly leftSafe?: Span;
  /** It came back to its position of operation. */
  readonly returned?: Span;
  /** It was in its safe state before anybody looked. */
  readonly wasThere?: true;
  /** It had left its position of operation, or been told to, before anybody looked. */
  readonly wasMoving?: true;
  /** The last moment at which it was certainly not in its safe state, ms since 1970. */
  readonly awayAtMs?: number;
  /** Its safe state or its command, where nothing shows it. */
  readonly notShown?: readonly ('safe state' | 'command')[];
}

/** What could not be read for a while, and why. */
export interface Loss {
  readonly tag: string;
  /** From the last look that could be used; absent where there was none. */
  readonly afterMs?: number;
  /** To the next one; absent where none came. */
  readonly byMs?: number;
  readonly why: Text;
}

/** One time that a function acted, was asked to act, or moved without being asked. Times are ms since 1970 on our clock. */
export interface Episode {
  readonly beganMs: number;
  /** Everything was back in operation; absent where the watch ended before. */
  readonly endedMs?: number;
  /** A part of it stood already when watching began: which part of it was first is not known. */
  readonly stood?: true;
  /** Every initiator that demanded, own and others, in the order in which it was seen. */
  readonly initiators: readonly SeenInitiator[];
  /** Channels that voted where their vote was not reached. */
  readonly loneVotes: readonly (InitiatorName & {
    readonly votes: readonly SeenVote[];
    /** Channels taken out of the vote meanwhile: what is left of the group may need fewer votes than it declares. */
    readonly out?: readonly string[];
  })[];
  readonly effects: readonly SeenEffect[];
  /** Initiators that the solver itself shows as first, by the point that says so. */
  readonly shownFirst: readonly (InitiatorName & { readonly by: string })[];
  /** Points of the function that could not be read for a part of it. */
  readonly lost: readonly Loss[];
}

/** A declared sequence that ran, or a latched trip that stood: it may move elements without a demand that anybody sees. */
export interface SeenMover {
  readonly kind: 'sequence' | 'latch';
  /** The sequence, or the function whose trip stood. */
  readonly of: string;
  readonly name: string;
  readonly tags: readonly string[];
  /** Absent where it was so before anybody looked. */
  readonly began?: Span;
  /** Absent while it is so. */
  readonly ended?: Span;
}

/** Everything that watching saw of one function. */
export interface DemandFacts {
  readonly function: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly episodes: readonly Episode[];
  readonly lost: readonly Loss[];
  /** Settings that changed while they were watched: nobody can say which one a vote was counted by. */
  readonly changed: readonly string[];
  /** Sequences that ran and latched trips that stood, of all that may move the elements; absent where none did. */
  readonly movers?: readonly SeenMover[];
}

/** The name of an initiator as one word. */
export function initiatorKey({ of, tags }: Pick<InitiatorName, 'of' | 'tags'>): string {
  return `${of} ${tags.join(' ')}`;
}
