import type { CalendarDate } from '../../plant/index.ts';
import type { Moved } from './move.ts';
import type { Opened, Seen } from './opened.ts';
import type { ArrangementItem, EscalationStep, Grade, Stage, Verdict } from './stage.ts';

/** The limit in force, and how it came about. */
export interface CaseLimit {
  readonly until: CalendarDate;
  readonly orderedOn: CalendarDate;
  readonly extensions: number;
}

/** A re-inspection that a person has confirmed; the machine's verdict stays beside the person's. */
export interface Rechecked {
  readonly date: CalendarDate;
  readonly verdict: Verdict;
  readonly machine: Verdict;
  readonly by: string;
}

/** A case as its entries tell it: derived, never stored. */
export interface CaseState {
  readonly opened: Opened;
  readonly stage: Stage;
  /** The day of the newest act: no later act may be dated before it. */
  readonly since: CalendarDate;
  readonly grade: Grade;
  readonly limit?: CaseLimit;
  /** The date that an undecided request for extension asks for. */
  readonly extensionAsked?: CalendarDate;
  /** The day of a request for re-inspection that has not been met. */
  readonly recheckAskedOn?: CalendarDate;
  readonly arrangements: Readonly<
    Partial<Record<ArrangementItem, { readonly says: string; readonly readyOn?: string }>>
  >;
  /** A reading by the machine that nobody has confirmed yet. */
  readonly unconfirmed?: { readonly verdict: Verdict; readonly date: CalendarDate };
  readonly rechecks: readonly Rechecked[];
  readonly proposals: Readonly<Partial<Record<EscalationStep, CalendarDate>>>;
  readonly decisions: Readonly<
    Partial<Record<EscalationStep, { readonly date: CalendarDate; readonly imposed: boolean }>>
  >;
  readonly seen: readonly Seen[];
  readonly moves: readonly Moved[];
  /** Number of its newest entry in the register. */
  readonly lastEntry: number;
}
