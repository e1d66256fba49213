import type { z } from 'zod';
import type { Text } from '../messages/index.ts';
import type { SelfReport, Value } from '../protocols/index.ts';
import type { DemandFacts } from './demand/demand-facts.ts';
import type { TestedPart } from './demand/tested-parts.ts';
import type { SubjectKind } from './rule.ts';
import type { Subject, SubjectOf } from './subject.ts';

/** Something that a part of a check must know before it may be asked. */
export type Need =
  /**
   * A usable last reading of a point. `optional`: where there is none, `readings` is empty and the part must not take
   * that for any value (a bypass that cannot be read is neither on nor off).
   */
  | { readonly kind: 'reading'; readonly tag: string; readonly optional?: true }
  /**
   * Usable readings of a point over a window of at least `spanMs`, at least two of them. `everyMs` asks for a sample that
   * often; the part is unknown where two usable readings in a row are further apart than twice that.
   */
  | { readonly kind: 'series'; readonly tag: string; readonly spanMs: number; readonly everyMs?: number }
  /** What a controller says of itself; the named part must have been served. */
  | { readonly kind: 'self-report'; readonly controller: string; readonly part: 'identity' | 'run-state' | 'clock' }
  /** What the other endpoints of a redundant controller said; the one in charge must have answered. */
  | { readonly kind: 'standby'; readonly controller: string }
  /** Whether the user of the audit's session may write a point, as its controller says. */
  | { readonly kind: 'access'; readonly tag: string }
  /** How far back its controller keeps records of a point; asked for `days` back. */
  | { readonly kind: 'history'; readonly tag: string; readonly days: number }
  /** What somebody witnessed before, by the number of the entry that cites it. It was judged on what was seen then. */
  | { readonly kind: 'witnessed'; readonly evidence: number }
  /**
   * What its controller recorded of a switch before it was looked at, where it keeps records and the switch was seen at one.
   * Always optional: without it nothing is known of the time before.
   */
  | { readonly kind: 'past'; readonly tag: string };

/** One usable sample: the value in engineering units, and when (ms since 1970). */
export interface Sample {
  readonly value: Value;
  readonly atMs: number;
  /** From a sequence of events: until the next sample nothing changed. */
  readonly isEvent?: true;
  /** From before the window: it says since when the value stands, and is not judged at its own time. */
  readonly isStanding?: true;
}

/** How far back the records of a point go: to `oldestAtMs` (the controller's clock), which is before the asked time or not. */
export interface RecordReach {
  readonly reachesBack: boolean;
  readonly oldestAtMs: number;
}

/**
 * The usable facts that a part asked for. Asking for a fact that the part did not name in its needs throws:
 * the engine could not have vouched for it.
 */
export interface Inputs {
  /** The last reading. */
  reading(tag: string): Sample;
  /** Every usable reading of the window, oldest first; the last one is what `reading` gives. Empty only for an optional need. */
  readings(tag: string): readonly Sample[];
  /** Every sample of the window as it was seen, unchanged ones too, oldest first; at least two. */
  series(tag: string): readonly Sample[];
  /**
   * What sampling could tell apart for this point: the longest time between two of its usable readings in a row, ms.
   * Undefined after a single reading: then nothing can be said about when it changed.
   */
  resolutionMs(tag: string): number | undefined;
  selfReport(controller: string): SelfReport;
  /** The endpoints of a redundant controller that were looked at and not used. */
  standby(controller: string): readonly { readonly endpoint: string; readonly isThere: boolean }[];
  /** Whether the user of the audit's session may write the point. */
  writable(tag: string): boolean;
  /** How far back the records of the point go, against the `days` that the part named. */
  recordReach(tag: string): RecordReach;
  /**
   * The newest records of a point before the window, oldest first, each holding until the next one; empty where none are
   * known. None of them says anything about the time before the first.
   */
  past(tag: string): readonly Sample[];
  /** When the audit observed, ms since 1970: permits and ages are judged on it. */
  readonly observedAtMs: number;
  /** The state of the subject's unit, where it has one. */
  readonly unitState?: UnitStateWord;
}

/** What a unit is doing; `operating` is running or starting, where nobody can tell which of the two. */
export const unitStateWords = ['running', 'starting', 'operating', 'stopped', 'maintenance', 'unknown'] as const;

/** One of `unitStateWords`. */
export type UnitStateWord = (typeof unitStateWords)[number];

/** Whether a unit runs or starts: where it is known to stand still, a rule about a running unit has nothing to say. */
export function isInOperation(word: UnitStateWord): boolean {
  return word === 'running' || word === 'starting' || word === 'operating';
}

/** What a check may say. It can never say unknown, error or notchecked: those words belong to the engine. */
export type Judgement =
  | { readonly says: 'pass'; readonly because: Text }
  | {
      readonly says: 'fail';
      readonly expected: Text;
      readonly actual: Text;
      /** A difference on the safe side is an unapproved change: a finding of lower weight. */
      readonly side?: 'safe';
    }
  | { readonly says: 'notapplicable' | 'informational'; readonly because: Text };

/**
 * One part of a subject, judged by itself, so that doubt about one channel never hides a fault that another one proves.
 * `lacks` says which declaration is missing: the part is then unknown without being asked.
 */
export interface Part {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly lacks?: Text;
  /** Why the part cannot be judged although every input is usable (no demand was seen): it is then not checked. */
  unmet?(inputs: Inputs): Text | undefined;
  /** Why usable inputs still do not tell (how long a switch has been on): the part is then unknown. Asked after `unmet`. */
  undecided?(inputs: Inputs): Text | undefined;
  judge(inputs: Inputs): Judgement;
}

/** What a check may know besides its inputs: dates, and what was witnessed, as data. */
export interface CheckContext {
  readonly observationDate: string;
  readonly lawDate: string;
  /** Records of watches that are of this plant as it is declared now; absent = none. */
  readonly witnessed?: readonly Witnessed[];
}

/** What a watch saw of one function, as an audit cites it. */
export interface Witnessed {
  readonly watch: string;
  readonly function: string;
  /** `YYYY-MM-DD`, in the plant's zone. */
  readonly on: string;
  readonly facts: DemandFacts;
  /** Empty where it is no proof test. */
  readonly tested: readonly TestedPart[];
  readonly evidence: number;
}

/** A named pure function with a schema of its own parameters. No clock, disk, network, randomness or async. */
export interface Check {
  readonly name: string;
  /** `any`: the rule says which kind of subject. */
  readonly subject: SubjectKind | 'any';
  readonly parameters: z.ZodType;
  /** The parts of a subject. An empty list means that there is nothing to check: the engine says notapplicable. */
  parts(subject: Subject, parameters: unknown, context: CheckContext): readonly Part[];
}

/** Gives a check its types; parameters have been parsed by its own schema, a subject of another kind is our error. */
export function defineCheck<K extends SubjectKind, S extends z.ZodType>(check: {
  readonly name: string;
  readonly subject: K;
  readonly parameters: S;
  parts(subject: SubjectOf<K>, parameters: z.infer<S>, context: CheckContext): readonly Part[];
}): Check {
  const parsed = parsedOnce(check.parameters);
  return {
    name: check.name,
    subject: check.subject,
    parameters: check.parameters,
    parts(subject, parameters, context) {
      if (!isOfKind(subject, check.subject)) throw new Error(`check ${check.name} got a ${subject.kind}`);
      return check.parts(subject, parsed(parameters), context);
    },
  };
}

/** Gives its types to a check that judges subjects of every kind. */
export function defineCheckOfAny<S extends z.ZodType>(check: {
  readonly name: string;
  readonly parameters: S;
  parts(subject: Subject, parameters: z.infer<S>, context: CheckContext): readonly Part[];
}): Check {
  const parsed = parsedOnce(check.parameters);
  return {
    name: check.name,
    subject: 'any',
    parameters: check.parameters,
    parts: (subject, parameters, context) => check.parts(subject, parsed(parameters), context),
  };
}

/** Parses the parameters of a rule once: the same ones come with every subject. */
function parsedOnce<S extends z.ZodType>(schema: S): (parameters: unknown) => z.infer<S> {
  const known = new WeakMap<object, z.infer<S>>();
  return (parameters) => {
    if (typeof parameters !== 'object' || parameters === null) return schema.parse(parameters);
    const before = known.get(parameters);
    if (before !== undefined) return before;
    const parsed = schema.parse(parameters);
    known.set(parameters, parsed);
    return parsed;
  };
}

function isOfKind<K extends SubjectKind>(subject: Subject, kind: K): subject is SubjectOf<K> {
  return subject.kind === kind;
}
