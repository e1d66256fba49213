import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlant, type Plant, type Point } from '../plant/index.ts';
import type { Fault } from '../protocols/index.ts';
import { bindRules, loadCatalogue, loadPack } from '../rules/index.ts';
import type { Collected } from './collect.ts';
import { conclude } from './conclude.ts';
import { coverageOf } from './coverage.ts';
import { judge } from './judge.ts';
import { planAudit } from './plan.ts';
import { partsOf } from './planned-judgement.ts';
import type { RecordedObservation } from './record.ts';
import { MemoryLog } from './store/index.ts';
import { unitStates } from './unit-state.ts';

const plants = ['case-plant.yaml', 'case-plant-checks.yaml'].map((file) => {
  const loaded = loadPlant(fileURLToPath(new URL(`../rules/packs/${file}`, import.meta.url)));
  if (!loaded.ok) throw new Error(`${file} has faults`);
  return { file, plant: loaded.plant };
});
const catalogue = loadCatalogue();
const packs = ['huantai-2016-4', 'key-processes', 'house'].map((id) => {
  const pack = loadPack(id);
  if (!pack.ok) throw new Error(`pack ${id} has faults`);
  return pack.pack;
});
const date = '2018-02-01';
const at = Date.parse('2018-02-01T10:00:00+08:00');
const rules = bindRules(packs, date);

const faults: readonly Fault[] = [
  { kind: 'timeout', during: 'read', afterMs: 2000 },
  { kind: 'unreachable', code: 'ECONNRESET' },
  { kind: 'refused', code: 4, name: 'device failure' },
  { kind: 'no-such-address', code: 2, name: 'illegal data address' },
  { kind: 'access-denied', code: 3, name: 'access denied' },
  { kind: 'not-served', code: 1, name: 'illegal function' },
  { kind: 'busy', code: 6, name: 'busy' },
  { kind: 'malformed-reply', what: 'length' },
  { kind: 'undecodable', what: 'string' },
  { kind: 'stopped', by: 'breaker' },
];

/** Every way in which a point can be without a usable reading. */
const unusable = fc.oneof(
  fc.constant('never read' as const),
  fc.constantFrom(...faults),
  fc.constantFrom('bad' as const, 'uncertain' as const, 'stale' as const, 'wrong type' as const),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
type Unusable = typeof unusable extends fc.Arbitrary<infer T> ? T : never;

function observed(point: Point, state: Unusable | undefined): RecordedObservation[] {
  if (state === 'never read') return [];
  const healthy = point.role === 'heartbeat' ? [1, 2, 3] : [point.type === 'bool' ? point.role !== 'bypass' : 120];
  return healthy.map((value, index) => {
    const utc = at - 60_000 + index * 30_000;
    const base = { tag: point.tag, at: { utc, monotonicMs: utc }, evidence: index + 1, sample: index + 1, exchange: 1 };
    if (typeof state === 'object') return { ...base, kind: 'silence', fault: state };
    const reading = {
      ...base,
      kind: 'reading' as const,
      type: point.type,
      quality: 'good' as const,
      raw: new Uint8Array(),
    };
    if (state === undefined) return { ...reading, value };
    if (state === 'bad' || state === 'uncertain') return { ...reading, value, quality: state };
    if (state === 'stale') return { ...reading, value, serverTime: utc - 7_200_000 };
    if (state === 'wrong type') return { ...reading, value: 'text', type: 'string' };
    return { ...reading, type: point.type === 'bool' ? 'float32' : point.type, value: state };
  });
}

type Planned = ReturnType<typeof planAudit>;

function outcomes(plant: Plant, plan: Planned, states: ReadonlyMap<string, Unusable>) {
  const collected = new Map(
    plant.controllers.map((controller): [string, Collected] => {
      const own = [...plant.points.values()].filter((point) => point.controller === controller.id);
      const self = { endpoint: '', identity: { model: '6ES7 412-5HK06' }, runState: 'run' as const, exchanges: [] };
      const record = {
        id: controller.id,
        endpoint: '',
        evidence: 1,
        self,
        points: { asked: 0, read: 0 },
        durationMs: 0,
        standby: [],
      };
      const traffic = {
        controller: controller.id,
        connections: 1,
        requests: {},
        bytesOut: 0,
        bytesIn: 0,
        peakPerSecond: 0,
        writes: 0 as const,
      };
      return [
        controller.id,
        {
          controller: record,
          traffic,
          observations: new Map(own.map((point) => [point.tag, observed(point, states.get(point.tag))])),
        },
      ];
    }),
  );
  const context = {
    plant,
    observed: collected,
    unattributable: new Set<string>(),
    observationDate: date,
    lawDate: date,
  };
  const unitsAre = unitStates(plant, collected, new Set(), at, new MemoryLog());
  return plan.judgements.map((planned) => ({ planned, outcome: judge(planned, { ...context, unitStates: unitsAre }) }));
}

describe.each(plants)('unusable readings of $file', ({ plant }) => {
  const plan = planAudit(plant, catalogue, rules, { observationDate: date, lawDate: date });
  const tags = [...plant.points.keys()];
  const healthy = outcomes(plant, plan, new Map()).map(({ outcome }) => outcome.parts.map((part) => part.result));

  it('leave something that passes when all is well, so that the next tests mean something', () => {
    expect(outcomes(plant, plan, new Map()).filter(({ outcome }) => outcome.result === 'pass').length).toBeGreaterThan(
      5,
    );
  });

  it('never become pass or fail of the part that needs them, in any combination', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...tags), unusable), { minLength: 1 }), (pairs) => {
        const states = new Map(pairs);
        for (const [at, { planned, outcome }] of outcomes(plant, plan, states).entries()) {
          for (const [index, part] of partsOf(planned).entries()) {
            const touching = part.needs.filter((need) => 'tag' in need && states.has(need.tag));
            const judged = outcome.parts[index];
            if (touching.length === 0 || judged === undefined) continue;
            const isOptional = touching.every((need) => need.kind === 'reading' && need.optional === true);
            // What cannot be read of an optional need may leave the verdict as it is without it, and never turns it.
            const allowed = ['unknown', 'notapplicable', ...(isOptional ? ['notchecked', healthy[at]?.[index]] : [])];
            expect(allowed, `${outcome.id} ${part.name}`).toContain(judged.result);
            if (!isOptional) expect(outcome.result, outcome.id).not.toBe('pass');
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never leave an outcome without a reason', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...tags), unusable)), (pairs) => {
        for (const { outcome } of outcomes(plant, plan, new Map(pairs))) {
          for (const part of outcome.parts) {
            const reasons =
              part.missing.length + (part.because === undefined ? 0 : 1) + (part.actual === undefined ? 0 : 1);
            expect(reasons, `${outcome.id} ${part.part}`).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of every point make the audit inconclusive and count no row as passed live', () => {
    fc.assert(
      fc.property(fc.array(unusable, { minLength: tags.length, maxLength: tags.length }), (all) => {
        const checked = outcomes(plant, plan, new Map(tags.map((tag, index) => [tag, all[index] ?? 'never read'])));
        const coverage = coverageOf(
          plant,
          catalogue,
          checked.map(({ planned, outcome }) => ({
            check: planned.bound.rule.check.use,
            rule: planned.bound.weight,
            outcome,
          })),
        );
        expect(coverage.rows.filter((row) => row.proof === 'live' && row.result === 'pass')).toEqual([]);
        const readRests = checked.filter(({ planned }) =>
          partsOf(planned).some((part) => part.needs.some((need) => need.kind !== 'self-report')),
        );
        expect(
          conclude(
            readRests.map(({ outcome }) => outcome),
            coverage,
          ).result,
        ).toBe('inconclusive');
      }),
      { numRuns: 50 },
    );
  });
});
