import { describe, expect, it } from 'vitest';
import { say } from '../messages/index.ts';
import type { Controller, Plant, Point } from '../plant/index.ts';
import type { PointAddress, Target, Traffic, Value, WitnessReport } from '../protocols/index.ts';
import { systemClock } from '../protocols/index.ts';
import type { Collected } from './collect.ts';
import type { RecordedObservation } from './record.ts';
import { MemoryLog } from './store/index.ts';
import { vouch } from './vouch.ts';
import { compareWitness, witness } from './witness.ts';

const traffic: Traffic = {
  connections: 1,
  requests: { connect: 1, read: 3 },
  bytesOut: 30,
  bytesIn: 40,
  peakPerSecond: 3,
  writes: 0,
};

const controller = (more: Partial<Controller> = {}): Controller => ({
  id: 'ESD',
  role: 'bpcs',
  via: 'direct',
  endpoints: [{ protocol: 'modbus', url: 'modbus://h?unit=1', host: 'h', port: 502, unit: 1 }],
  pacing: { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 1000, requestTimeoutMs: 1000 },
  allowWitness: false,
  ...more,
});

const point = (tag: string, role: Point['role']): Point => ({
  tag,
  controller: 'ESD',
  written: 'holding:0',
  address: { protocol: 'modbus', table: 'holding', offset: 0 },
  type: 'uint16',
  role,
  declaredAt: { file: 'plant.yaml', line: 1 },
});
const points = [point('TSHH', 'setpoint'), point('TT', 'measurement'), point('BYP', 'bypass')];
const plan = {
  judgements: [],
  window: { ms: 0, everyMs: 100 },
  points: new Map([['ESD', { watched: points, once: [] }]]),
};

const readings = (tag: string, ...values: readonly Value[]): RecordedObservation[] =>
  values.map((value, index) => ({
    kind: 'reading',
    tag,
    value,
    type: 'uint16',
    quality: 'good',
    raw: new Uint8Array(),
    at: { utc: index, monotonicMs: index },
    exchange: 1,
    evidence: index + 1,
    sample: index + 1,
  }));

const collected = (setpoint: readonly Value[] = [80, 80]): Collected => ({
  controller: {
    id: 'ESD',
    endpoint: 'modbus://h?unit=1',
    evidence: 9,
    points: { asked: 3, read: 3 },
    durationMs: 1,
    standby: [],
  },
  traffic: { controller: 'ESD', ...traffic },
  observations: new Map([
    ['TSHH', readings('TSHH', ...setpoint)],
    ['TT', readings('TT', 40, 41)],
    ['BYP', readings('BYP', 0, 0)],
  ]),
});

async function run(answers: Readonly<Record<string, Value>>, of = controller(), seen = collected()) {
  const log = new MemoryLog();
  const asked: (readonly PointAddress[])[] = [];
  const result = await witness(of, plan, seen, {
    clock: systemClock,
    nextExchange: () => 1,
    signal: new AbortController().signal,
    log,
    targetOf: ({ id, endpoints, pacing }): Target => ({ controller: id, endpoints, pacing }),
    askWitness: async (_target, points): Promise<WitnessReport> => {
      asked.push(points);
      return {
        implementation: 'modbus-serial',
        answers: points.map(({ tag }) => {
          const value = answers[tag];
          return value === undefined ? { tag, because: { key: 'witness.not-read' } } : { tag, value };
        }),
        traffic,
      };
    },
  });
  const entries = log.entries.map(({ body }): unknown => JSON.parse(body));
  return { result, asked, entries };
}

const plant = {
  enterprise: { name: '', uscc: '', sectors: [] },
  units: [],
  hazardInstallations: [],
  controllers: [controller()],
  points: new Map(points.map((each) => [each.tag, each])),
  functions: [],
  sequences: [],
  documents: new Map(),
  permits: [],
  deviations: [],
  sources: [],
} satisfies Plant;

describe('the witness of an audit', () => {
  it('is asked for trip setpoints, bypasses and final elements only, and its traffic is added', async () => {
    const { result, asked, entries } = await run({ TSHH: 80, BYP: 0 });
    expect(asked.map((each) => each.map(({ tag }) => tag))).toEqual([['TSHH', 'BYP']]);
    expect(entries).toMatchObject([
      { tag: 'TSHH', verdict: 'agrees', implementation: 'modbus-serial' },
      { tag: 'BYP', verdict: 'agrees' },
    ]);
    expect(result.traffic).toMatchObject({
      controller: 'ESD',
      connections: 2,
      requests: { connect: 2, read: 6 },
      bytesOut: 60,
      writes: 0,
    });
    expect(vouch([{ kind: 'reading', tag: 'TSHH' }], plant, new Map([['ESD', result]]), new Set()).ok).toBe(true);
  });

  it('makes a steady point on which two implementations disagree unusable, with both values in the evidence', async () => {
    const { result, entries } = await run({ TSHH: 8000, BYP: 0 });
    expect(entries[0]).toMatchObject({ tag: 'TSHH', verdict: 'disagrees', ours: 80, theirs: 8000 });
    const observed = new Map([['ESD', result]]);
    for (const need of [
      { kind: 'reading', tag: 'TSHH' },
      { kind: 'series', tag: 'TSHH', spanMs: 0 },
    ] as const) {
      const vouched = vouch([need], plant, observed, new Set());
      if (vouched.ok) throw new Error('a distrusted reading was vouched for');
      const [missing] = vouched.missing;
      expect(missing === undefined ? '' : say(missing.why, 'en')).toBe(
        'two implementations disagree: ours 80, witness 8000',
      );
      expect(vouched.evidence).toContain(1);
    }
    expect(vouch([{ kind: 'reading', tag: 'BYP' }], plant, observed, new Set()).ok).toBe(true);
  });

  it('leaves a SIS alone unless its owner allowed it, and records that', async () => {
    const refused = await run({ TSHH: 8000 }, controller({ role: 'sis' }));
    expect(refused.asked).toEqual([]);
    expect(refused.entries).toMatchObject([
      { tag: 'TSHH', verdict: 'not-compared', because: { key: 'witness.not-allowed' } },
      { tag: 'BYP', verdict: 'not-compared' },
    ]);
    expect(refused.result.distrusted?.size).toBe(0);
    const allowed = await run({ TSHH: 8000 }, controller({ role: 'sis', allowWitness: true }));
    expect(allowed.asked).toHaveLength(1);
    expect(allowed.result.distrusted?.size).toBe(1);
  });

  it('asks nothing of a controller that we could not reach ourselves', async () => {
    const seen = collected();
    const silent = {
      ...seen,
      controller: { ...seen.controller, fault: { kind: 'unreachable', code: 'ECONNREFUSED' } as const },
    };
    expect((await run({ TSHH: 80 }, controller(), silent)).asked).toEqual([]);
  });

  it('asks for steady points only, and for none where nothing is steady', async () => {
    const moving = await run({ BYP: 0 }, controller(), collected([79, 80]));
    expect(moving.asked.map((each) => each.map(({ tag }) => tag))).toEqual([['BYP']]);
    expect(moving.entries).toMatchObject([{ verdict: 'not-compared' }, { verdict: 'agrees' }]);
    const silent = await run({}, controller(), { ...collected(), observations: new Map() });
    expect(silent.asked).toEqual([]);
  });

  it('changes nothing where the witness has no value', async () => {
    const { result, entries } = await run({});
    expect(entries).toMatchObject([{ verdict: 'not-compared' }, { verdict: 'not-compared' }]);
    expect(result.distrusted?.size).toBe(0);
  });
});

describe('a comparison', () => {
  it.each([
    ['equal', [80, 80], 80, 'agrees'],
    ['equal where nothing is a number', [Number.NaN, Number.NaN], Number.NaN, 'agrees'],
    ['equal in its last two rounds', [70, 80, 80], 80, 'agrees'],
    ['another value', [80, 80], 81, 'disagrees'],
    ['another kind of value', [1, 1], true, 'disagrees'],
    [
      'a 64-bit value that a double cannot hold',
      [9007199254740993n, 9007199254740993n],
      9007199254740992n,
      'disagrees',
    ],
    ['moving', [79, 80], 90, 'not-compared'],
    ['read only once', [80], 90, 'not-compared'],
    ['never read', [], 90, 'not-compared'],
  ] as const)('of a point that is %s', (_name, ours, theirs, verdict) => {
    expect(compareWitness(readings('TSHH', ...ours), { tag: 'TSHH', value: theirs }).verdict).toBe(verdict);
  });
});
