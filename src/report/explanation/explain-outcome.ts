import { basename } from 'node:path';
import type { AuditRecord, Outcome, PartOutcome } from '../../audit/index.ts';
import type { Language } from '../../messages/index.ts';
import { describeFault } from '../../protocols/index.ts';
import { indexEvidence } from '../evidence-index.ts';
import type { Source } from '../source.ts';
import { clauseText, plantTime, printable, voiceOf } from '../words/index.ts';
import { type ExchangeBehind, exchangeBehind, type ReadingBehind, readingBehind } from './reading-behind.ts';

/** What a controller said of itself, or the state of a unit, as far as a verdict rests on it. */
export interface StatementBehind {
  readonly evidence: number;
  readonly of: string;
  readonly says: readonly string[];
}

/** One part of a verdict with everything that it rests on. */
export interface PartBehind {
  readonly part: string;
  readonly result: Outcome['result'];
  readonly side?: 'safe';
  readonly expected?: string;
  readonly actual?: string;
  readonly because?: string;
  readonly missing: readonly { readonly of: string; readonly why: string }[];
  readonly readings: readonly ReadingBehind[];
  readonly statements: readonly StatementBehind[];
}

/** A verdict, back to its clause, its parameters, its readings and the bytes that carried them. */
export interface Explanation {
  readonly id: string;
  readonly result: Outcome['result'];
  readonly weight: Outcome['weight'];
  readonly severity: Outcome['severity'];
  readonly requirement: string;
  readonly subject: Outcome['subject'];
  /** Where the plant file declares a function, `plant.yaml:65`: what rests on declarations is disputed there. */
  readonly declaredAt?: string;
  readonly clauses: readonly {
    readonly document: string;
    readonly fact: string;
    readonly confidence: string;
    readonly text: string;
  }[];
  readonly pack: { readonly id: string; readonly edition: string; readonly sha256: string };
  readonly rule: string;
  /** Absent in records of before it was kept. */
  readonly check?: { readonly name: string; readonly parameters: Readonly<Record<string, unknown>> };
  readonly parts: readonly PartBehind[];
  readonly exchanges: readonly ExchangeBehind[];
  readonly remediation: string;
  readonly audit: {
    readonly id: string;
    readonly startedAt: string;
    readonly lawDate: string;
    readonly chainHead: string;
  };
}

/** The outcome of this id, or undefined; ids stand in `result.json` and have the form `rule@subject`. */
export function explainOutcome(id: string, record: AuditRecord, language: Language): Explanation | undefined {
  const outcome = record.outcomes.find((candidate) => candidate.id === id);
  if (outcome === undefined) return undefined;
  const voice = voiceOf(language);
  const parts = outcome.parts.map((part) => partBehind(part, { record, voice }));
  const { clause, severityBasis, also, behind = [], check } = outcome;
  const clauses = [clause, severityBasis, ...also, ...behind.map((it) => it.clause)].filter(
    (each) => each !== undefined,
  );
  const declared = record.plant.functions.find(({ id: own }) => own === outcome.subject.id)?.declaredAt;
  const pack = record.packs.find((candidate) => candidate.id === outcome.pack);
  return {
    id,
    result: outcome.result,
    weight: outcome.weight,
    severity: outcome.severity,
    requirement: voice.pick(outcome.statement),
    subject: outcome.subject,
    ...(declared === undefined ? {} : { declaredAt: `${basename(declared.file)}:${declared.line}` }),
    clauses: [...new Map(clauses.map((each) => [each.fact, each])).values()].map((each) => ({
      document: each.document,
      fact: each.fact,
      confidence: each.text,
      text: clauseText(each, voice),
    })),
    pack: { id: outcome.pack, edition: pack?.edition ?? '', sha256: pack?.sha256 ?? '' },
    rule: outcome.rule,
    ...(check === undefined ? {} : { check: { name: check.use, parameters: check.with } }),
    parts,
    exchanges: exchangesOf(outcome, parts, { record, voice }),
    remediation: voice.pick(outcome.remediation),
    audit: {
      id: record.header.id,
      startedAt: record.header.startedAt,
      lawDate: record.header.lawDate,
      chainHead: record.chainHead,
    },
  };
}

type From = Pick<Source, 'record' | 'voice'>;

function partBehind(part: PartOutcome, from: From): PartBehind {
  const { voice } = from;
  const { part: name, result, side, expected, actual, because, missing } = part;
  return {
    part: name,
    result,
    ...(side === undefined ? {} : { side }),
    ...(expected === undefined ? {} : { expected: voice.tell(expected) }),
    ...(actual === undefined ? {} : { actual: voice.tell(actual) }),
    ...(because === undefined ? {} : { because: voice.tell(because) }),
    missing: missing.map(({ of, why }) => ({ of, why: voice.tell(why) })),
    readings: readingsOf(part, from),
    statements: statementsOf(part, from),
  };
}

/** Each cited entry once; it may stand for later rounds too, in which the same was read again. */
function readingsOf(part: PartOutcome, from: From): readonly ReadingBehind[] {
  const cited = new Set(part.evidence);
  const byEntry = new Map<number, AuditRecord['observations'][number][]>();
  for (const observation of from.record.observations) {
    if (!cited.has(observation.evidence)) continue;
    byEntry.set(observation.evidence, [...(byEntry.get(observation.evidence) ?? []), observation]);
  }
  return [...byEntry.values()].flatMap(([first, ...again]) =>
    first === undefined ? [] : [readingBehind(first, again.at(-1), from)],
  );
}

function statementsOf(part: PartOutcome, { record, voice }: From): readonly StatementBehind[] {
  const index = indexEvidence(record);
  return part.evidence.flatMap((number): readonly StatementBehind[] => {
    const entry = index.get(number);
    if (entry?.kind === 'unit-state') {
      const { unit, is, from, declaredBy } = entry.is;
      const state = voice.say(`audit.state-${is}`);
      return [
        { evidence: number, of: unit, says: [state, ...from, ...(declaredBy === undefined ? [] : [declaredBy])] },
      ];
    }
    if (entry?.kind !== 'controller') return [];
    const { id, self, fault } = entry.is;
    if (self === undefined) {
      const why = fault === undefined ? voice.say('report.dash') : voice.tell(describeFault(fault));
      return [{ evidence: number, of: id, says: [why] }];
    }
    const identity =
      'fault' in self.identity
        ? [voice.tell(describeFault(self.identity.fault))]
        : Object.values(self.identity).map(String);
    const clock =
      self.clock === undefined ? [] : [voice.say('explain.clock', { says: plantTime(self.clock.says) ?? '' })];
    return [
      {
        evidence: number,
        of: id,
        says: [...identity.map(printable), voice.say(`report.run-${self.runState}`), ...clock],
      },
      ...postureBehind(entry.is, number, part, voice),
      ...standbysBehind(entry.is, number, voice),
    ];
  });
}

/** What the server said of the right to write a point, or of its records, where the part is about that point. */
function postureBehind(
  { access = [], history = [] }: AuditRecord['controllers'][number],
  evidence: number,
  { part }: PartOutcome,
  voice: From['voice'],
): readonly StatementBehind[] {
  const isAbout = ({ tag }: { readonly tag: string }) => part.split(' ').includes(tag);
  const carried = (exchange: number | undefined) =>
    exchange === undefined ? [] : [voice.say('explain.carried', { exchange })];
  const rights = access.filter(isAbout).map((said) => ({
    evidence,
    of: said.tag,
    says: [
      'fault' in said
        ? voice.tell(describeFault(said.fault))
        : voice.say(said.writable ? 'explain.writable' : 'explain.read-only'),
      ...carried(said.exchange),
    ],
  }));
  const records = history.filter(isAbout).map((said) => ({
    evidence,
    of: said.tag,
    says: [
      'fault' in said
        ? voice.tell(describeFault(said.fault))
        : voice.say('explain.oldest-record', {
            at: said.oldest === undefined ? voice.say('report.dash') : (plantTime(said.oldest) ?? ''),
          }),
      ...carried(said.exchange),
    ],
  }));
  return [...rights, ...records];
}

/** The endpoints of a redundant controller that were looked at and not used. */
function standbysBehind(
  { standby }: AuditRecord['controllers'][number],
  evidence: number,
  voice: From['voice'],
): readonly StatementBehind[] {
  return standby.map(({ endpoint, self, fault }) => ({
    evidence,
    of: endpoint,
    says: [
      ...(fault === undefined ? [] : [voice.tell(describeFault(fault))]),
      ...(self === undefined ? [] : [voice.say(`report.run-${self.runState}`)]),
    ],
  }));
}

/** Every exchange that carried a reading, or in which a controller spoke of itself, once and in order. */
function exchangesOf({ evidence }: Outcome, parts: readonly PartBehind[], from: From): readonly ExchangeBehind[] {
  const ofReadings = parts.flatMap(({ readings }) =>
    readings.flatMap(({ exchange, confirmed }) => [exchange ?? [], confirmed?.exchange ?? []].flat()),
  );
  const ofSelves = from.record.controllers
    .filter((controller) => evidence.includes(controller.evidence))
    .flatMap(({ self, standby, access = [], history = [] }) => [
      ...(self?.exchanges ?? []),
      ...standby.flatMap((other) => other.self?.exchanges ?? []),
      ...[...access, ...history].flatMap(({ tag, exchange }) =>
        exchange === undefined || !parts.some(({ part }) => part.split(' ').includes(tag)) ? [] : [exchange],
      ),
    ]);
  const numbers = [...new Set([...ofReadings, ...ofSelves])].sort((a, b) => a - b);
  return numbers.flatMap((number) => exchangeBehind(number, from) ?? []);
}
