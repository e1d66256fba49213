import type { Text } from '../messages/index.ts';
import type { Plant } from '../plant/index.ts';
import type {
  EpochMs,
  Exchange,
  ExportReport,
  Fault,
  Moment,
  Observation,
  PointAccess,
  PointHistory,
  PointPast,
  SelfReport,
  Traffic,
  Value,
  WitnessReport,
} from '../protocols/index.ts';
import type { Confirmation, UnitStateWord } from '../rules/index.ts';
import type { Coverage } from './coverage-types.ts';
import type { ExpertFinding } from './expert-finding.ts';
import type { Selector } from './only.ts';
import type { Outcome } from './outcome.ts';
import type { Runs } from './runs.ts';
import type { CitedDemand } from './watch/cite-watch.ts';

/** What is known when an audit begins. Dates are of Asia/Shanghai. */
export interface AuditHeader {
  readonly id: string;
  readonly tripline: string;
  readonly startedAt: string;
  readonly observationDate: string;
  readonly lawDate: string;
  /** 推演: the law of one date applied to readings of another; no draft of an order may be made from it. */
  readonly hypothetical: boolean;
  readonly window: { readonly ms: number; readonly everyMs: number };
  /** True when the clock was not the machine's: simulated plants. */
  readonly simulatedTime: boolean;
  /** A re-inspection: the audit that it cites, by the head of its chain, and the outcomes that it judges again. */
  readonly recheck?: RecheckCitation;
  /** What the audit was confined to; absent = the whole plant. */
  readonly only?: readonly Selector[];
  /** What the operator asked for instead of what the rules ask for; absent = nothing. */
  readonly wishes?: { readonly lawDate?: string; readonly windowMs?: number; readonly everyMs?: number };
}

/** An audit that was interrupted goes on: when, after how long a gap, and what was read again. Dates as in the header. */
export interface Resumption {
  /** The last that was sent or heard before. */
  readonly interruptedAt: string;
  readonly resumedAt: string;
  readonly gapMs: number;
  readonly observationDate: string;
  readonly lawDate: string;
  readonly hypothetical: boolean;
  /** Controllers whose readings were older than the window, not complete, or judged together with such ones. */
  readonly read: readonly string[];
  /** Controllers whose readings hold on. */
  readonly kept: readonly string[];
}

/** What a re-inspection goes back to. */
export interface RecheckCitation {
  readonly audit: string;
  readonly head: string;
  readonly outcomes: readonly string[];
}

/**
 * What a re-inspection is held against, copied from the audit that it cites, so that before and after can be shown, printed and
 * checked from one record: the outcomes, and of each point behind them the last observation.
 */
export interface RecheckBasis {
  readonly outcomes: readonly Outcome[];
  readonly observations: readonly RecordedObservation[];
}

export interface PackReference {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly edition: string;
  readonly sha256: string;
  readonly rules: number;
}

/** What was seen of one controller. */
export interface ControllerRecord {
  readonly id: string;
  readonly endpoint: string;
  /** Sequence number of its entry. */
  readonly evidence: number;
  /** Absent when it never answered. */
  readonly self?: SelfReport;
  readonly clockOffsetMs?: number;
  readonly fault?: Fault;
  readonly points: { readonly asked: number; readonly read: number };
  /** What the user of this audit may do with the points for which a rule asks it. */
  readonly access?: readonly PointAccess[];
  /** How far back records are kept of the points for which a rule asks it, each with the days that were asked for. */
  readonly history?: readonly (PointHistory & { readonly days: number })[];
  /** Of files: what they are and what of them was not used. */
  readonly exported?: ExportReport;
  /** What the controller recorded of switches that were seen at one; absent where none was asked for or it keeps no records. */
  readonly past?: readonly PointPast[];
  /** Absent when there was a single round. */
  readonly sampling?: SamplingRecord;
  /** Of a watch: the controller told of changes by itself, or why it was polled instead; absent where that was not asked. */
  readonly subscription?: 'used' | { readonly fault: Fault };
  readonly durationMs: number;
  /** Of a redundant pair: the endpoints that were looked at and not used. */
  readonly standby: readonly { readonly endpoint: string; readonly self?: SelfReport; readonly fault?: Fault }[];
}

export interface UnitStateRecord {
  readonly unit: string;
  readonly is: UnitStateWord;
  /** When the window began; absent in older evidence. */
  readonly was?: UnitStateWord;
  readonly evidence: number;
  /** Tags of the expression, or empty for a declared state. */
  readonly from: readonly string[];
  readonly declaredBy?: string;
}

/**
 * One sample of a point as it was seen in a round (`sample`), with the number of the entry that holds what it said. An
 * entry is written for changes only; where the point said the same again, `confirmation` is the entry that says when, and
 * bytes are those of the first time (the exchange has them as they came).
 */
export type RecordedObservation = Observation & {
  readonly evidence: number;
  readonly sample: number;
  readonly confirmation?: number;
};

/**
 * The points of one controller that said in a round what they had said before: per reply the numbers of the entries that
 * hold for one time more, runs of them as [first, last].
 */
export interface ConfirmationRecord {
  readonly controller: string;
  readonly sample: number;
  readonly seen: readonly ConfirmedAt[];
}

/** When, and by which exchange, the observations in these entries were made again. */
export interface ConfirmedAt {
  readonly at: Moment;
  readonly exchange?: number;
  readonly serverTime?: EpochMs;
  readonly sourceTime?: EpochMs;
  readonly of: Runs;
}

/** How often one controller was read in the window, ms: what was asked for, and the longest time between two rounds. */
export interface SamplingRecord {
  readonly rounds: number;
  readonly everyMs: number;
  readonly longestMs: number;
}

/** One point as a second implementation read it after us, held against our last reading. */
export interface WitnessRecord {
  readonly controller: string;
  readonly tag: string;
  readonly implementation: WitnessReport['implementation'];
  readonly verdict: 'agrees' | 'disagrees' | 'not-compared';
  /** Raw values, before scaling; absent where nothing was compared. */
  readonly ours?: Value;
  readonly theirs?: Value;
  /** Why they were not compared, or the disagreement in words. */
  readonly because?: Text;
}

export interface ControllerTraffic extends Traffic {
  readonly controller: string;
  /** What of it a second implementation sent and got; absent where none was asked about this controller. */
  readonly witness?: Traffic;
  /** A run that was killed told nothing: what it had written down was counted, without its last moment. */
  readonly fromExchanges?: true;
}

/** satisfied 0, not-satisfied 1, inconclusive 3. */
export interface Conclusion {
  readonly result: 'satisfied' | 'not-satisfied' | 'inconclusive';
  readonly exitCode: 0 | 1 | 3;
}

/** One audit, as its evidence file holds it; everything that a report may say. */
export interface AuditRecord {
  readonly header: AuditHeader;
  readonly plant: Plant;
  readonly packs: readonly PackReference[];
  /** Facts that somebody vouches for with a document of their own; absent = none. */
  readonly confirmations?: readonly Confirmation[];
  /** Of a re-inspection; absent in evidence of before it was kept. */
  readonly recheckBasis?: RecheckBasis;
  readonly controllers: readonly ControllerRecord[];
  readonly exchanges: readonly (Exchange & { readonly evidence: number })[];
  /** Every sample as it was seen, confirmed ones too, in the order of the evidence. */
  readonly observations: readonly RecordedObservation[];
  readonly unitStates: readonly UnitStateRecord[];
  /** Records of watches that this audit cites; absent = none. */
  readonly demands?: readonly (CitedDemand & { readonly evidence: number })[];
  /** Absent when no witness was asked for. */
  readonly witness?: readonly (WitnessRecord & { readonly evidence: number })[];
  readonly outcomes: readonly Outcome[];
  readonly coverage: Coverage;
  readonly traffic: readonly ControllerTraffic[];
  readonly conclusion: Conclusion;
  /** Absent when it was never interrupted and gone on with. */
  readonly resumptions?: readonly Resumption[];
  /** Absent when the audit was cut off: then nothing above is complete. */
  readonly end?: { readonly finishedAt: string };
  /** What people added behind the end; absent = nothing. It changes nothing above. */
  readonly expertFindings?: readonly (ExpertFinding & { readonly evidence: number })[];
  /** The heads that the finished chain had before people added to it: what was printed, signed or registered then cites one of them. */
  readonly formerHeads?: readonly string[];
  /** SHA-256 of the last entry of the chain, hex. */
  readonly chainHead: string;
  readonly entries: number;
}
