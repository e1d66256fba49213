import type { Text } from '../messages/index.ts';
import type { Clause, Localized, OutcomeWord, Rule, Weight } from '../rules/index.ts';

/** Why an input could not be used, and for which point or controller. */
export interface Missing {
  /** A tag, or the id of a controller. */
  readonly of: string;
  readonly why: Text;
}

/** What sampling could tell apart: of the points that were looked at, the fewest samples, the shortest span of them, the longest gap; ms. */
export interface SampledWindow {
  readonly samples: number;
  readonly spanMs: number;
  readonly longestMs: number;
}

/** The result of one part of a subject. */
export interface PartOutcome {
  readonly part: string;
  readonly result: OutcomeWord;
  readonly because?: Text;
  readonly expected?: Text;
  readonly actual?: Text;
  readonly side?: 'safe';
  /** It rests on exported files: a lower grade than a live read, and no proof that a function is there. */
  readonly grade?: 'file';
  /** Where it rests on how points went over the window, and not on one reading each; absent where it does not. */
  readonly sampling?: SampledWindow;
  readonly missing: readonly Missing[];
  /** Sequence numbers of the evidence entries that it rests on. */
  readonly evidence: readonly number[];
}

/** A rule that came to the same about the same subject, or would if it concerns it: `untold` names what nobody declared. */
export interface OutcomeBehind {
  readonly rule: string;
  readonly pack: string;
  readonly statement: Localized;
  readonly weight: Weight;
  readonly clause?: Clause;
  readonly untold?: readonly string[];
}

/** A rule applied to a subject. */
export interface Outcome {
  /** `rule@subject`: stable across audits, files and the order of lists. */
  readonly id: string;
  readonly rule: string;
  readonly pack: string;
  /** The check and its parameters, as the rule gave them; absent in records of before they were kept. */
  readonly check?: Rule['check'];
  readonly statement: Localized;
  readonly subject: {
    readonly kind: Rule['subject'];
    readonly id: string;
    readonly name: string;
    readonly unit?: string;
    /** Ids of the required functions that it touches. */
    readonly rows: readonly string[];
  };
  readonly result: OutcomeWord;
  readonly weight: Weight;
  /** Of a fail: major 重大, borderline 建议按重大研判, general 一般, lesser = general on the safe side. */
  readonly severity: 'major' | 'borderline' | 'general' | 'lesser';
  readonly parts: readonly PartOutcome[];
  readonly clause?: Clause;
  readonly also: readonly Clause[];
  /** Rules whose fault this is, too (`stands_behind`): said here, and not a second time. */
  readonly behind?: readonly OutcomeBehind[];
  readonly severityBasis?: Clause;
  readonly due?: { readonly policy: string; readonly date: string };
  /** Of a fail: the proposed time limit, with the calendar days to it; the start day is not counted. */
  readonly proposedLimit?: { readonly from: string; readonly days: number; readonly date: string };
  readonly immediate?: Localized;
  readonly remediation: Localized;
  readonly evidence: readonly number[];
}
