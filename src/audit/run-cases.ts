import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadPlant, type Plant, type Point } from '../plant/index.ts';
import type { Observation, PointHistory, Reading, SelfReport, Value } from '../protocols/index.ts';
import {
  type BoundRule,
  durationMs,
  loadCatalogue,
  localDate,
  type OutcomeWord,
  outcomeWords,
  type Rule,
} from '../rules/index.ts';
import type { Collected } from './collect.ts';
import { judge } from './judge.ts';
import { onSite, siteSchema } from './on-site.ts';
import { type AuditPlan, planAudit } from './plan.ts';
import type { RecordedObservation } from './record.ts';
import { MemoryLog } from './store/index.ts';
import { subjectsOf } from './subjects.ts';
import { unitStates } from './unit-state.ts';

const unusable = ['silent', 'bad', 'uncertain', 'not-a-number', 'stale', 'wrong-type'] as const;
const written = z.union([z.number(), z.boolean(), z.enum(unusable)]);
const readingsSchema = z.record(z.string(), z.union([written, z.array(written)]));
const selfSchema = z.record(
  z.string(),
  z.union([
    z.literal('silent'),
    z.strictObject({
      run: z.enum(['run', 'stop', 'not-served']).default('run'),
      model: z.string().optional(),
      clock_ahead: durationMs.optional(),
      /** Of a redundant pair: how the endpoint was found that is not in charge. */
      standby: z.enum(['stopped', 'gone', 'refused', 'not-asked']).optional(),
    }),
  ]),
);

/** Whether the user of the audit may write a point, and how many days back its records go. */
const accessSchema = z.record(z.string(), z.enum(['writable', 'read-only', 'silent']));
const recordsSchema = z.record(z.string(), z.union([z.number(), z.enum(['none', 'not-served', 'silent'])]));

/** What the controller recorded of a switch, newest first: the value, and how long before the audit. */
const pastSchema = z.record(z.string(), z.array(z.strictObject({ value: z.boolean(), ago: durationMs })));

/** `present` and `absent` with a document, `stated` without any. */
const declareSchema = z.record(z.string(), z.enum(['present', 'absent', 'stated', 'old']));

/** cases.yaml: readings → expected outcome of the rule beside it. */
const casesSchema = z.strictObject({
  plant: z.string(),
  at: z.string().default('2018-02-01T10:00:00+08:00'),
  subject: z.string(),
  given: readingsSchema.default({}),
  /** Statements of the plant file: of the subject of the case, or of the enterprise. */
  declare: declareSchema.default({}),
  self: selfSchema.default({}),
  access: accessSchema.default({}),
  records: recordsSchema.default({}),
  past: pastSchema.default({}),
  /** Outcomes that this rule can never have, each with the reason. */
  impossible: z.partialRecord(z.enum(outcomeWords), z.string()).default({}),
  cases: z.array(
    z.strictObject({
      name: z.string(),
      /** Another plant than that of the file. */
      plant: z.string().optional(),
      at: z.string().optional(),
      subject: z.string().optional(),
      declare: declareSchema.default({}),
      readings: readingsSchema.default({}),
      self: selfSchema.default({}),
      access: accessSchema.default({}),
      records: recordsSchema.default({}),
      past: pastSchema.default({}),
      expect: z.enum(outcomeWords),
    }),
  ),
});

/** The cases of another rule, on a site of another kind: a duty that stands in several laws is judged the same way under each. */
const likeSchema = z.strictObject({ like: z.string(), site: siteSchema });

const catalogue = loadCatalogue();

/** One case with what came out. */
export interface CaseResult {
  readonly name: string;
  readonly expected: OutcomeWord;
  readonly actual: OutcomeWord;
}

/** What running the cases of one rule gave; `missing` names the words pass, fail and unknown that no case shows. */
export interface CasesRun {
  readonly results: readonly CaseResult[];
  readonly missing: readonly OutcomeWord[];
}

/**
 * Runs the cases.yaml in the folder of a rule through the same engine as an audit; no file = undefined. `plants` keeps the
 * case plants that were read, so that the rules of a pack share them.
 */
export function runCases(folder: string, rule: Rule, plants = new Map<string, Plant>()): CasesRun | undefined {
  const file = join(folder, 'cases.yaml');
  if (!existsSync(file)) return undefined;
  const written: unknown = parse(readFileSync(file, 'utf8'));
  const other = likeSchema.safeParse(written);
  const source = other.success ? join(folder, other.data.like) : file;
  const cases = casesSchema.parse(other.success ? parse(readFileSync(source, 'utf8')) : written);
  const plantOf = (name: string): Plant => {
    const path = join(dirname(source), name);
    const known = plants.get(path) ?? read(path);
    plants.set(path, known);
    return other.success ? onSite(known, other.data.site, catalogue) : known;
  };
  const own = plantOf(cases.plant);
  const results = cases.cases.map((one) => ({
    name: one.name,
    expected: one.expect,
    actual: outcomeOf(
      rule,
      declaring(one.plant === undefined ? own : plantOf(one.plant), one.subject ?? cases.subject, {
        ...cases.declare,
        ...one.declare,
      }),
      Date.parse(one.at ?? cases.at),
      one.subject ?? cases.subject,
      { ...cases.given, ...one.readings },
      { ...cases.self, ...one.self },
      {
        access: { ...cases.access, ...one.access },
        records: { ...cases.records, ...one.records },
        past: { ...cases.past, ...one.past },
      },
    ),
  }));
  const shown = new Set<OutcomeWord>(cases.cases.map((one) => one.expect));
  const missing = (['pass', 'fail', 'unknown'] as const).filter(
    (word) => !shown.has(word) && cases.impossible[word] === undefined,
  );
  return { results, missing };
}

function read(path: string): Plant {
  const loaded = loadPlant(path);
  if (!loaded.ok) throw new Error(`${path}: ${JSON.stringify(loaded.faults[0])}`);
  return loaded.plant;
}

/** The plant with statements about the subject of a case; `DOC-CASE` is a document of the case plant. */
function declaring(plant: Plant, subject: string, declare: z.infer<typeof declareSchema>): Plant {
  const declarations = Object.entries(declare).map(([what, how]) => ({
    what,
    ...(subject === plant.enterprise.uscc ? {} : { of: subject }),
    is: how === 'absent' ? ('absent' as const) : ('present' as const),
    ...(how === 'stated' ? {} : { document: how === 'old' ? 'DOC-CASE-OLD' : 'DOC-CASE' }),
  }));
  return declarations.length === 0 ? plant : { ...plant, declarations };
}

function outcomeOf(
  rule: Rule,
  plant: Plant,
  at: number,
  subject: string,
  readings: z.infer<typeof readingsSchema>,
  self: z.infer<typeof selfSchema>,
  behind: Behind,
): OutcomeWord {
  const date = localDate(at);
  const bound: BoundRule = { rule, pack: 'cases', weight: 'binding' };
  const plan = planAudit(plant, catalogue, [bound], { observationDate: date, lawDate: date });
  const planned = plan.judgements.find((candidate) => candidate.subject.id === subject);
  if (planned === undefined) {
    const exists = subjectsOf(plan.plant, catalogue).some(({ id, kind }) => id === subject && kind === rule.subject);
    if (!exists) throw new Error(`the case plant has no ${rule.subject} ${subject}`);
    return 'notselected';
  }
  const observed = new Map(
    plant.controllers.map((controller) => [
      controller.id,
      withPosture(collected(controller.id, plant, at, plan.window.ms, readings, self), plan, at, behind),
    ]),
  );
  const states = unitStates(plant, observed, new Set(), at, new MemoryLog());
  return judge(planned, {
    plant,
    observed,
    unattributable: new Set(),
    unitStates: states,
    observationDate: date,
    lawDate: date,
  }).result;
}

interface Behind {
  readonly access: z.infer<typeof accessSchema>;
  readonly records: z.infer<typeof recordsSchema>;
  readonly past: z.infer<typeof pastSchema>;
}

/** What the case says of access and records, of the points that the plan asks for; what it does not say was never asked. */
function withPosture(seen: Collected, plan: AuditPlan, at: number, { access, records, past }: Behind): Collected {
  const asked = plan.posture?.get(seen.controller.id);
  const timeout = { kind: 'timeout', during: 'read', afterMs: 2000 } as const;
  const notServed = { kind: 'not-served', code: 0x80710000, name: 'BadHistoryOperationUnsupported' } as const;
  const rights = (asked?.access ?? []).flatMap(({ tag }) => {
    const said = access[tag];
    if (said === undefined) return [];
    return [said === 'silent' ? { tag, fault: timeout } : { tag, writable: said === 'writable', exchange: 1 }];
  });
  const reaches = (asked?.history ?? []).flatMap(({ days, points }) =>
    points.flatMap(({ tag }): readonly (PointHistory & { readonly days: number })[] => {
      const said = records[tag];
      if (said === undefined) return [];
      if (said === 'silent' || said === 'not-served')
        return [{ tag, days, fault: said === 'silent' ? timeout : notServed }];
      const from = at - days * 86_400_000;
      return [{ tag, days, from, exchange: 1, ...(said === 'none' ? {} : { oldest: at - said * 86_400_000 }) }];
    }),
  );
  const recorded = (asked?.past ?? []).flatMap(({ tag }) => {
    const said = past[tag];
    if (said === undefined) return [];
    return [{ tag, exchange: 1, records: said.map(({ value, ago }) => ({ value, at: at - ago })) }];
  });
  return { ...seen, controller: { ...seen.controller, access: rights, history: reaches, past: recorded } };
}

/** What one controller would have given: readings by tag, one value or a series over `spanMs` that ends at `at`. */
export function collected(
  id: string,
  plant: Plant,
  at: number,
  spanMs: number,
  readings: z.infer<typeof readingsSchema>,
  self: z.infer<typeof selfSchema>,
): Collected {
  const own = [...plant.points.values()].filter((point) => point.controller === id);
  const said = self[id];
  const endpoint = plant.controllers.find((controller) => controller.id === id)?.endpoints[0].url ?? '';
  const report: SelfReport | undefined =
    said === 'silent'
      ? undefined
      : {
          endpoint,
          identity: said?.model === undefined ? {} : { model: said.model },
          runState: said?.run ?? 'run',
          ...(said?.clock_ahead === undefined
            ? {}
            : { clock: { says: at + said.clock_ahead, at: { utc: at, monotonicMs: 0 }, hasZone: true } }),
          exchanges: [],
        };
  const observations = own.flatMap((point): [string, RecordedObservation[]][] => {
    const value = readings[point.tag];
    if (value === undefined) return [];
    const series = Array.isArray(value) ? value : [value];
    return [[point.tag, series.map((each, index) => observation(point, each, at, series.length, index, spanMs))]];
  });
  const traffic = {
    controller: id,
    connections: 1,
    requests: {},
    bytesOut: 0,
    bytesIn: 0,
    peakPerSecond: 0,
    writes: 0 as const,
  };
  return {
    controller: {
      id,
      endpoint,
      evidence: 1,
      ...(report === undefined ? { fault: { kind: 'timeout', during: 'connect', afterMs: 2000 } } : { self: report }),
      points: { asked: own.length, read: observations.length },
      durationMs: 0,
      standby: standbyOf(said),
    },
    traffic,
    observations: new Map(observations),
  };
}

function observation(
  point: Point,
  value: z.infer<typeof written>,
  at: number,
  count: number,
  index: number,
  spanMs: number,
): RecordedObservation {
  // At least 4 s apart, so that a reading after the allowed time of an element can be told from one within it.
  const span = Math.max(spanMs, (count - 1) * 4000);
  const utc = count === 1 ? at : at - span + (span * index) / (count - 1);
  const moment = { utc, monotonicMs: utc };
  const reading = (of: Partial<Reading> & { value: Value }): Observation => ({
    kind: 'reading',
    tag: point.tag,
    type: point.type,
    quality: 'good',
    raw: new Uint8Array(),
    at: moment,
    exchange: 1,
    ...of,
  });
  const plain = point.type === 'bool' ? false : 1;
  return { ...read(), evidence: index + 1, sample: index + 1 };

  function read(): Observation {
    switch (value) {
      case 'silent':
        return {
          kind: 'silence',
          tag: point.tag,
          fault: { kind: 'timeout', during: 'read', afterMs: 2000 },
          at: moment,
        };
      case 'bad':
      case 'uncertain':
        return reading({ value: plain, quality: value });
      case 'not-a-number':
        return reading({ value: Number.NaN });
      case 'stale':
        return reading({ value: plain, serverTime: utc - 3_600_000 });
      case 'wrong-type':
        return reading({ value: 'text', type: 'string' });
      default:
        return reading({ value });
    }
  }
}

function standbyOf(said: z.infer<typeof selfSchema>[string] | undefined): Collected['controller']['standby'] {
  if (said === undefined || said === 'silent' || said.standby === undefined) return [];
  const endpoint = 'other';
  if (said.standby === 'gone') return [{ endpoint, fault: { kind: 'timeout', during: 'connect', afterMs: 2000 } }];
  if (said.standby === 'refused') return [{ endpoint, fault: { kind: 'refused', code: 0x8104, name: 'refused' } }];
  if (said.standby === 'not-asked') return [{ endpoint, fault: { kind: 'stopped', by: 'budget' } }];
  return [{ endpoint, self: { endpoint, identity: {}, runState: 'stop', exchanges: [] } }];
}
