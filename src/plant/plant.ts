import type { Address, DataType, DeclaredExport, Endpoint, Pacing, WordOrder } from '../protocols/index.ts';
import type { Quantity } from './quantity.ts';
import type { StateExpression } from './state-expression.ts';

/** A calendar date `YYYY-MM-DD`, not an instant. */
export type CalendarDate = string;

/** A local time of the plant (Asia/Shanghai) as ms since 1970. */
export type Instant = number;

/** Everything that the plant file and the lists beside it declare; parsed, cross-checked, and trusted from then on. */
export interface Plant {
  readonly enterprise: Enterprise;
  readonly units: readonly Unit[];
  readonly hazardInstallations: readonly HazardInstallation[];
  /** The file says which installations there are, even if none; absent = nobody said. */
  readonly hazardInstallationsStated?: true;
  readonly controllers: readonly Controller[];
  readonly points: ReadonlyMap<string, Point>;
  readonly functions: readonly SafetyFunction[];
  readonly sequences: readonly Sequence[];
  readonly documents: ReadonlyMap<string, PlantDocument>;
  readonly permits: readonly Permit[];
  readonly deviations: readonly RecordedDeviation[];
  /** What a person states of the enterprise, a unit, an installation or a controller; absent = nothing is stated. */
  readonly declarations?: readonly Declaration[];
  readonly gasDetectors?: readonly GasDetector[];
  /** The files that were read, with the SHA-256 of each, in the order of reading. */
  readonly sources: readonly { readonly file: string; readonly sha256: string }[];
}

export interface Enterprise {
  readonly name: string;
  /** 统一社会信用代码; its check digit has been verified. */
  readonly uscc: string;
  readonly town?: string;
  readonly sectors: readonly ('hazardous-chemicals' | 'metallurgy' | 'other')[];
  /** Whether it produces hazardous chemicals: some law binds producers only; absent = not stated. */
  readonly producer?: boolean;
  /** What rules ask of the enterprise, e.g. `large`; absent = not stated. */
  readonly features?: readonly string[];
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  /** Key-supervised processes, e.g. `P03`; a unit may hold several or none. */
  readonly processes: readonly string[];
  /** Whether the unit is large or highly hazardous, with the document that says so; absent = not known. */
  readonly scale?: { readonly value: 'large' | 'highly-hazardous' | 'other'; readonly document: string };
  readonly commissioned?: CalendarDate;
  readonly state?: UnitState;
  /** What rules ask of the unit, e.g. `converter`, `gas-holder`; absent = not stated. */
  readonly features?: readonly string[];
  /** Key-supervised chemicals (重点监管危险化学品) in the unit; absent = not stated. */
  readonly keyChemicals?: readonly string[];
  /** Which points measure a monitored parameter of its processes, by the parameter's name. */
  readonly monitors?: Readonly<Record<string, readonly string[]>>;
  /** Added for judging, never declared here: processes that it does not name and is stated to be counted among. */
  readonly included?: readonly IncludedProcess[];
}

/**
 * A process that a later text counts the kind of a unit among: `counted` as one that it names; `unconfirmed` where nobody has
 * seen the text; `later` where the text is not in force yet; `no-text` where none is known.
 */
export interface IncludedProcess {
  readonly process: string;
  readonly standing: 'counted' | 'unconfirmed' | 'later' | 'no-text';
  readonly from?: string;
}

/** How the state of a unit is known: an expression over points, or a person's declaration. */
export type UnitState =
  | { readonly by: 'expression'; readonly running: StateExpression; readonly starting?: StateExpression }
  | {
      readonly by: 'declaration';
      readonly is: 'running' | 'starting' | 'stopped' | 'maintenance';
      readonly person: string;
      readonly from: Instant;
      readonly to: Instant;
    };

/** A registered major hazard installation (重大危险源); its level comes from the registration, never from a computation. */
export interface HazardInstallation {
  readonly id: string;
  readonly name: string;
  readonly level: 1 | 2 | 3 | 4;
  readonly record: string;
  readonly substances: readonly (
    | 'toxic-gas'
    | 'flammable-gas'
    | 'liquefied-gas'
    | 'highly-toxic-liquid'
    | 'flammable-liquid'
    | 'other'
  )[];
  readonly units: readonly string[];
  /** Absent = not stated. */
  readonly kind?: 'tank-farm' | 'warehouse' | 'production' | 'other';
  /** The safety assessment report. */
  readonly assessment?: string;
  /** What is measured of it, by quantity; a quantity that is absent was not stated. */
  readonly measurements?: Readonly<Partial<Record<MeasuredQuantity, Measurement>>>;
}

export const measuredQuantities = ['temperature', 'pressure', 'level', 'flow', 'composition'] as const;
export type MeasuredQuantity = (typeof measuredQuantities)[number];

/** The points of a quantity, or the reason why there is nothing to measure. */
export type Measurement = { readonly points: readonly string[] } | { readonly notApplicable: string };

/** What a person states, with what it rests on. A statement alone proves nothing: it needs a document or somebody who saw it. */
export interface Declaration {
  /** The topic that rules ask for, e.g. `ups`, `liquid-chlorine-kettle-vaporizer`. */
  readonly what: string;
  /** A unit, an installation or a controller; absent = the enterprise. */
  readonly of?: string;
  readonly is: 'present' | 'absent';
  readonly document?: string;
  /** Who saw it on site. */
  readonly seenBy?: readonly string[];
  readonly date?: CalendarDate;
  readonly note?: string;
}

/** A gas detector (可燃/有毒气体探测器), by the point that it measures. */
export interface GasDetector {
  readonly tag: string;
  readonly unit: string;
  readonly gas: string;
  readonly hazard: 'toxic' | 'combustible' | 'oxygen';
  /** Points that hold its alarm settings. */
  readonly level1?: string;
  readonly level2?: string;
  /** 职业接触限值, 直接致害浓度. */
  readonly oel?: Quantity;
  readonly idlh?: Quantity;
  readonly enclosed?: boolean;
  /** From the source of release. */
  readonly distance?: Quantity;
}

/** Where a controller's values come from; printed beside each verdict. */
export type Via = 'direct' | 'opc-server' | 'gateway' | 'mirror' | 'file';

export interface Controller {
  readonly id: string;
  readonly role: 'bpcs' | 'sis' | 'gds' | 'other';
  readonly via: Via;
  /** Of a mirror: the controller that it mirrors. */
  readonly mirrorOf?: string;
  readonly vendor?: string;
  /** Order number or type as it should identify itself; compared with what the controller says. */
  readonly model?: string;
  readonly serial?: string;
  readonly firmware?: string;
  readonly endpoints: readonly [Endpoint, ...Endpoint[]];
  readonly wordOrder?: WordOrder;
  readonly pacing: Pacing;
  readonly security?: DeclaredSecurity;
  /** Of `file:` endpoints: who handed the files over, their zone, how they came about. */
  readonly exported?: DeclaredExport;
  /** Largest accepted difference between its clock and ours, ms; absent = 10 s. */
  readonly clockToleranceMs?: number;
  readonly allowWitness: boolean;
  /** The last change of its program. */
  readonly logicChanged?: CalendarDate;
}

/** OPC UA security as declared: secrets by the name of an environment variable or a file, never the secret itself. */
export interface DeclaredSecurity {
  readonly mode: 'None' | 'Sign' | 'SignAndEncrypt';
  readonly policy: 'None' | 'Basic256Sha256' | 'Aes128_Sha256_RsaOaep' | 'Aes256_Sha256_RsaPss';
  readonly user?: DeclaredUser;
  /** The plant accepts in words that the password goes over an open channel; so the record says it too. */
  readonly passwordOverNone?: true;
  /** The plant accepts in words a trusted certificate that was issued for another host; so the record says it too. */
  readonly otherHostInCertificate?: true;
}

/** Where a log-in stands: name and password in a variable or a file or asked for on the terminal, or a certificate and its key in two files. */
export type DeclaredUser =
  | { readonly prompt: true }
  | { readonly env: string }
  | { readonly file: string }
  | { readonly certificate: string; readonly key: string };

/** What a discrete point at 1 says. */
export const onesMeaning = [
  'tripped',
  'healthy',
  'bypassed',
  'forced',
  'open',
  'closed',
  'running',
  'stopped',
  'auto',
  'manual',
  'alarm',
  'fault',
  'simulated',
  'pressed',
  'reset',
  'energized',
] as const;
export type OnesMeaning = (typeof onesMeaning)[number];

export const pointRoles = [
  'measurement',
  'setpoint',
  'alarm-setpoint',
  'bypass',
  'force',
  'simulation',
  'command',
  'feedback',
  'mode',
  'heartbeat',
  'run-state',
  'diagnostic',
  'alarm',
  'trip',
  'manual-trip',
  'reset',
  'counter',
  'other',
] as const;
export type PointRole = (typeof pointRoles)[number];

export interface Point {
  readonly tag: string;
  readonly controller: string;
  /** As the plant file has it. */
  readonly written: string;
  readonly address: Address;
  readonly type: DataType;
  readonly wordOrder?: WordOrder;
  readonly length?: number;
  /** Engineering unit of the value after scaling. */
  readonly unit?: string;
  /** Instrument range in that unit. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Beyond these values (of the unit) the channel is faulted, where NE43 over the range does not say it. */
  readonly faultBand?: { readonly low: number; readonly high: number };
  /** engineering value = raw × factor + offset. */
  readonly scale?: { readonly factor: number; readonly offset: number };
  readonly role: PointRole;
  readonly oneMeans?: OnesMeaning;
  /** Frozen is judged only where the point is declared to move. `percent` is of the range. */
  readonly moves?: { readonly atLeastPercent: number; readonly withinMs: number };
  /** `on-sample`: its source time is the time of the sample, not of the last change. */
  readonly stamps?: 'on-sample' | 'on-change';
  /** Oldest age at which a reading still says what is; absent = the engine's own. */
  readonly maxAgeMs?: number;
  /** Of an operational override: how long it may be on during start-up; absent = a maintenance override. */
  readonly operationalLimitMs?: number;
  /** Of a heartbeat: the controller that sends it, where that is not the one in which it stands. */
  readonly heartbeatOf?: string;
  readonly via?: Via;
  readonly mirrorOf?: string;
  readonly description?: string;
  readonly declaredAt: SourcePlace;
}

/** File, line and column of a declaration. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** Which row of the catalogue a function fulfils; without trigger or action it claims all of the row. */
export interface Covers {
  readonly function: string;
  readonly trigger?: string;
  readonly action?: string;
}

/** A safety instrumented function, interlock, alarm, control loop or passive safeguard. */
export interface SafetyFunction {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly covers: readonly Covers[];
  /** What it does beside or without a row of the catalogue: kinds of control functions, or words of a rule. */
  readonly serves?: readonly string[];
  readonly sil?: 1 | 2 | 3 | 4;
  readonly solver?: string;
  /** Absent = not stated. */
  readonly latched?: boolean;
  readonly onChannelFault?: 'trip' | 'ignore' | 'degrade';
  /** Batch: when the function must be there; absent = always. */
  readonly activeWhen?: StateExpression;
  readonly causes: readonly Cause[];
  readonly effects: readonly Effect[];
  readonly loop?: ControlLoop;
  /** A safeguard that only a document can prove (relief valve, buffer vessel, video). */
  readonly document?: string;
  readonly safetyTimeMs?: number;
  readonly manual?: string;
  /** The line monitor of the manual trip. */
  readonly manualLine?: string;
  readonly reset?: string;
  /** The point that says that the function has tripped and, where it is latched, was not reset. */
  readonly tripped?: string;
  /** The last change of its logic, where it differs from its solver's. */
  readonly logicChanged?: CalendarDate;
  readonly inService?: {
    readonly mode?: string;
    readonly heartbeat?: string;
    readonly simulation?: string;
    readonly runState?: string;
  };
  readonly proofTest?: { readonly everyMonths: number; readonly last?: CalendarDate; readonly record?: string };
  readonly declaredAt: SourcePlace;
}

/** One initiating condition: channels, their voting and their trip. */
export interface Cause {
  readonly vote: { readonly needed: number; readonly of: number };
  readonly channels: readonly string[];
  readonly trip?: Trip;
  readonly alarm?: CauseAlarm;
  /** An integer in the solver: how many channels must demand the trip now. */
  readonly votePoint?: string;
  /** A discrete point in the solver that says that this cause came first. */
  readonly firstOut?: string;
  /** Discrete channels: the word that is the demand, where a trip has no value. */
  readonly demand?: OnesMeaning;
  readonly bypasses: readonly string[];
  readonly forces: readonly string[];
  /** Fault bits of the channels, in their order. */
  readonly diagnostics: readonly string[];
  readonly delayMs?: number;
  readonly deviation?: Quantity;
}

/** The alarm that comes before the trip. */
export interface CauseAlarm {
  readonly direction: 'above' | 'below';
  readonly value: Quantity;
  readonly setpoint?: string;
  readonly deadband?: Quantity;
  /** The discrete point that says that the alarm stands. */
  readonly output?: string;
  /** The switch that suppresses it. */
  readonly suppressed?: string;
}

/** How the trip value stands in the plant; only `readable` is judged live. */
export type TripKind = 'readable' | 'constant' | 'switch' | 'amplifier' | 'mirrored';

export interface Trip {
  readonly direction: 'above' | 'below';
  readonly kind: TripKind;
  /** The trip value as the plant file states it. */
  readonly value: Quantity;
  readonly setpoint?: string;
  /** The approved value is `value`, on the authority of this document; absent = nobody approved it. */
  readonly approved?: { readonly document: string; readonly revision?: string; readonly tolerance?: Quantity };
  readonly deadband?: Quantity;
  /** What the equipment stands at most (or at least): the trip must be on the safe side of it. */
  readonly designLimit?: Quantity;
}

export interface Effect {
  readonly element: string;
  readonly to: 'closed' | 'open' | 'stopped' | 'running' | 'alarm';
  readonly command?: { readonly point: string; readonly trip: 'energize' | 'de-energize' };
  readonly feedback?: { readonly closed?: string; readonly open?: string; readonly running?: string };
  readonly withinMs?: number;
}

export interface ControlLoop {
  readonly measurement: string;
  readonly setpoint?: string;
  readonly output?: string;
  readonly mode: string;
}

/** A sequence that may move final elements without any trip: a movement under it has a cause. */
export interface Sequence {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly elements: readonly string[];
  readonly activeWhen?: StateExpression;
}

export interface PlantDocument {
  readonly id: string;
  readonly title: string;
  readonly file?: string;
  readonly date: CalendarDate;
  readonly validUntil?: CalendarDate;
  readonly revision?: string;
  readonly sha256?: string;
  /** Who brought it, where somebody was asked. */
  readonly by?: string;
}

/** A permission to bypass or force one point for a stated time. */
export interface Permit {
  readonly bypass: string;
  readonly reason: string;
  readonly approvedBy: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  readonly document?: string;
}

/** An equivalent measure on record, shown beside the result of a function or of a catalogue row in a unit; it changes no outcome. */
export interface RecordedDeviation {
  readonly of: { readonly function: string } | { readonly unit: string; readonly row: string };
  readonly measure: string;
  readonly document: string;
  readonly approvedBy: readonly string[];
  readonly date: CalendarDate;
}
