import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derivePlantFile, SimulatedPlant } from '../fixtures/simulators/index.ts';
import { type AuditRecord, readEntries, readRecord } from '../src/audit/index.ts';
import { loadPlant } from '../src/plant/index.ts';
import { type Clock, simulatedClock } from '../src/protocols/index.ts';
import { runVerb } from './run-verb.test-data.ts';

const path = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const at = '2018-02-01T10:00:00+08:00';
// Set anew for every run, so that plant and auditor tell the same time.
let running = simulatedClock(Date.parse(at));
const clock: Clock = { now: () => running.now(), simulated: true };
let simulated: SimulatedPlant;
let folder: string;
let plantFile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-running-'));
  const loaded = loadPlant(path('plants/chlorination/plant.yaml'));
  if (!loaded.ok) throw new Error('the plant file has faults');
  simulated = await SimulatedPlant.start(loaded.plant, { clock, ports: 'free' });
  plantFile = derivePlantFile(path('plants/chlorination/plant.yaml'), join(folder, 'plant'), {
    ports: simulated.ports,
  });
}, 60_000);
afterAll(async () => {
  await simulated.close();
  rmSync(folder, { recursive: true, force: true });
});

let runs = 0;

/** One command line of `audit` over the simulated plant, with what it left behind. */
async function audit(...words: readonly string[]) {
  runs += 1;
  const out = join(folder, `out-${runs}`);
  running = simulatedClock(Date.parse(at));
  const argv = ['audit', plantFile, '--pack', path('packs/quick'), '--simulated-time', at, '--out', out, ...words];
  const said = await runVerb(argv, 'zh');
  const record = (): AuditRecord => {
    const [id = ''] = readdirSync(out);
    return readRecord(readEntries(join(out, id, 'audit.sqlite')));
  };
  return { ...said, record };
}

async function listed(
  ...words: readonly string[]
): Promise<readonly { controller: string; planned: { what: string }[] }[]> {
  const argv = ['check', plantFile, '--requests', '--json', '--pack', path('packs/quick'), ...words];
  return JSON.parse((await runVerb(argv, 'zh')).out).controllers;
}

describe('an audit that is confined to a part', () => {
  it('keeps the denominators, calls the rest not selected, and is inconclusive at best', async () => {
    simulated.clear();
    const { code, out, record } = await audit('--only', 'function=SIF-101');
    const { outcomes, coverage, conclusion, header } = record();
    expect(code).toBe(3);
    expect(conclusion).toEqual({ result: 'inconclusive', exitCode: 3 });
    expect(header.only).toEqual([{ kind: 'function', id: 'SIF-101' }]);
    expect(coverage.all).toMatchObject({
      required: 10,
      live: { required: 8, judged: 0 },
      pass: 0,
      fail: 0,
      unknown: 10,
    });
    const of = (id: string) => outcomes.filter(({ subject }) => subject.id === id);
    expect(of('SIF-101').map(({ result }) => result)).not.toContain('notselected');
    expect(of('SIF-101').map(({ result }) => result)).toContain('pass');
    expect(new Set(of('SIF-104').map(({ result }) => result))).toEqual(new Set(['notselected']));
    expect(of('SIF-104')[0]?.parts[0]?.because).toEqual({ key: 'running.not-selected' });
    expect(out).toContain('局部核查：只选择了 function=SIF-101');
    expect(out).toContain('本次核查未选择此项');
    expect(out).not.toContain('结论：合格');
  });

  it('sends what is needed for it, to the controllers that it rests on, as check --requests lists it', async () => {
    const only = ['--only', 'function=GDA-109', '--only', 'rule=trip-setpoint-approved'];
    const { record } = await audit(...only);
    const { controllers, exchanges } = record();
    // Two settings in the gas controller, and the two points that say whether the unit runs.
    expect(controllers.map(({ id, points }) => [id, points.asked]).toSorted()).toEqual([
      ['DCS', 2],
      ['GDS', 2],
    ]);
    const lists = await listed(...only);
    expect(lists.map(({ controller }) => controller)).toEqual(['DCS', 'GDS']);
    const words = new Set(lists.flatMap(({ planned }) => planned.map(({ what }) => what)));
    expect(exchanges.filter(({ what }) => !words.has(what))).toEqual([]);
    const whole = await listed();
    expect(whole.map(({ controller }) => controller)).toEqual(['DCS', 'SIS', 'GDS']);
  });

  it('finds what is wrong in it, and nothing that is wrong elsewhere', async () => {
    simulated.clear();
    simulated.apply({ fault: 'wrong-setpoint', tag: 'TZSHH-101.SP', value: 140 });
    const elsewhere = await audit('--only', 'controller=GDS');
    expect(elsewhere.code).toBe(3);
    const there = await audit('--only', 'unit=U100');
    expect(there.code).toBe(1);
    const failed = there.record().outcomes.filter(({ result }) => result === 'fail');
    expect(failed.map(({ id }) => id)).toContain('trip-setpoint-approved@SIF-101');
    simulated.clear();
  });

  it('refuses what is not there, all at once and with what is near, before anything is sent', async () => {
    const before = [...simulated.requests().values()].flat().length;
    const { code, err } = await audit('--only', 'function=SIF-110', '--only', 'unit=U10', '--only', 'plant');
    expect(code).toBe(2);
    expect(err).toContain('写的是“plant”');
    const named = await audit('--only', 'function=SIF-110', '--only', 'unit=U10');
    expect(named.code).toBe(2);
    expect(named.err).toContain('--only function=SIF-110：没有这个编号（是否为“SIF-101”？）');
    expect(named.err).toContain('--only unit=U10：没有这个编号（是否为“U100”？）；现有：U100');
    expect([...simulated.requests().values()].flat().length).toBe(before);
  });
});

describe('the window', () => {
  it('that is shorter than a rule needs leaves the rule unknown, with both lengths', async () => {
    const argv = ['--pack', path('packs/demo'), '--window', '500ms', '--every', '100ms'];
    const { code, record } = await audit(...argv);
    expect(code).toBe(3);
    const { outcomes, header } = record();
    expect(header.window).toEqual({ ms: 500, everyMs: 100 });
    const inService = outcomes.filter(({ check }) => check?.use === 'in-service');
    expect(inService.filter(({ result }) => result === 'pass')).toEqual([]);
    expect(JSON.stringify(inService[0]?.parts)).toContain('audit.window-too-short');
  });

  it('is looked at as often as --every says, also where that is too seldom for a rule', async () => {
    const { record } = await audit('--window', '1s', '--every', '500ms');
    const { header, controllers } = record();
    expect(header.window).toEqual({ ms: 1000, everyMs: 500 });
    expect(controllers.map(({ sampling }) => sampling?.rounds)).toEqual([3, 3, 3]);
  });

  it('is refused where it is no duration', async () => {
    const { code, err } = await audit('--window', 'long', '--every', '0s');
    expect(code).toBe(2);
    expect(err).toContain('--window');
    expect(err).toContain('--every');
  });
});
