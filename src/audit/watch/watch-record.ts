import type { Text } from '../../messages/index.ts';
import type { Via } from '../../plant/index.ts';
import type { Moment } from '../../protocols/index.ts';
import type { DemandFacts, TestedPart, TestForm } from '../../rules/index.ts';
import type { PartOutcome } from '../outcome.ts';
import type { ControllerRecord } from '../record.ts';

/** What is known when a watch begins. */
export interface WatchHeader {
  readonly id: string;
  readonly tripline: string;
  readonly startedAt: string;
  readonly observationDate: string;
  readonly functions: readonly string[];
  readonly window: { readonly forMs: number; readonly everyMs: number };
  readonly began: Moment;
  readonly simulatedTime: boolean;
}

/** How finely one controller was looked at: what was asked for, and the longest time between two looks. */
export interface Resolution {
  readonly controller: string;
  readonly via: Via;
  readonly everyMs: number;
  readonly longestMs: number;
  /** The controller told of changes with its own times; or why it did not, where it was asked. */
  readonly subscription?: ControllerRecord['subscription'];
}

/**
 * What watching saw of one function, judged against its declaration. With a complete test form it is the record of a proof
 * test; otherwise, where the function was asked to act or acted, that of a demand.
 */
export interface DemandRecord {
  readonly function: string;
  readonly counts: 'proof-test' | 'demand' | 'nothing-seen';
  readonly facts: DemandFacts;
  readonly parts: readonly PartOutcome[];
  readonly resolution: readonly Resolution[];
  readonly form?: TestForm;
  /** What the form lacks to be that of a proof test. */
  readonly missing: readonly Text[];
  readonly tested: readonly TestedPart[];
  /** SHA-256 of what is declared of the function and its points, hex. */
  readonly declaration: string;
}
