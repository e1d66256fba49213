import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  derivePlantFile,
  loadScenario,
  modelOf,
  type Scenario,
  SimulatedPlant,
  unmetExpectations,
} from '../fixtures/simulators/index.ts';
import { readEntries, readRecord, verifyChain } from '../src/audit/index.ts';
import { say } from '../src/messages/index.ts';
import { loadPlant } from '../src/plant/index.ts';
import { type Clock, simulatedClock } from '../src/protocols/index.ts';
import { listening, type Said } from './listening.test-data.ts';
import { auditPlant } from './verbs/audit/audit-plant.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, fixtures));
const plantFileOf = (plant: Scenario['plant']) => path(`plants/${plant}/plant.yaml`);
const plantFile = plantFileOf('chlorination');

const scenarios = readdirSync(path('scenarios'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => {
    const loaded = loadScenario(path(`scenarios/${file}`));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    return { file, scenario: loaded.scenario };
  });
const ready = scenarios.filter(({ scenario }) => scenario.awaits === undefined);
for (const { file, scenario } of scenarios) {
  if (scenario.awaits !== undefined)
    console.info(`${file} is skipped: the packs have no rule "${scenario.awaits}" yet`);
}

// One clock for plant and auditor, set to the time of each scenario: what differs is a fault, never the test.
let running = simulatedClock(Date.parse('2018-02-01T10:00:00+08:00'));
const clock: Clock = { now: () => running.now(), simulated: true };
let simulated: SimulatedPlant;
/** Each plant is started once, with its first scenario. */
const started = new Map<Scenario['plant'], SimulatedPlant>();
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-scenarios-'));
  simulated = await simulatedPlant('chlorination');
});
afterAll(async () => {
  await Promise.all([...started.values()].map((each) => each.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function simulatedPlant(name: Scenario['plant']): Promise<SimulatedPlant> {
  const running = started.get(name);
  if (running !== undefined) return running;
  const loaded = loadPlant(plantFileOf(name));
  if (!loaded.ok) throw new Error(`the plant file of ${name} has faults`);
  const model = modelOf(plantFileOf(name), loaded.plant);
  const fresh = await SimulatedPlant.start(loaded.plant, { clock, ports: 'free', model });
  started.set(name, fresh);
  return fresh;
}

/** The chlorination unit is judged by the default rules, the other plants by every pack there is. */
function packOf({ plant, window }: Scenario): string {
  if (plant !== 'chlorination') return 'packs/all';
  return window === undefined ? 'packs/quick' : 'packs/demo';
}

async function audit(file: string, scenario: Scenario, said: Said): Promise<{ code: number; folder: string }> {
  running = simulatedClock(scenario.at);
  const unit = await simulatedPlant(scenario.plant);
  unit.clear();
  for (const fault of scenario.faults) unit.apply(fault);
  const as = { id: file, folder: join(folder, file) };
  const { undeclare, rewrite } = scenario;
  const derived = derivePlantFile(plantFileOf(scenario.plant), join(as.folder, 'plant'), {
    ports: unit.ports,
    undeclare,
    rewrite,
  });
  const window = scenario.window === undefined ? {} : { windowMs: scenario.window };
  const options = {
    ...window,
    ...(scenario.every === undefined ? {} : { everyMs: scenario.every }),
    plantFile: derived,
    packs: [path(packOf(scenario)), ...scenario.packs],
    out: folder,
    as,
    json: false,
    clock: simulatedClock(scenario.at),
  };
  return { code: await auditPlant(options, said.io), folder: as.folder };
}

describe('whole audits of the simulated plants, over real sockets', () => {
  it.each(ready)('$file: $scenario.name.zh', async ({ file, scenario }) => {
    const said = listening();
    const end = await audit(file, scenario, said);
    if (scenario.expect.exit === 2) {
      expect(end.code, said.err.join('\n')).toBe(2);
      expect(readdirSync(end.folder)).toEqual(['plant']);
      return;
    }
    const entries = readEntries(join(end.folder, 'audit.sqlite'));
    expect(verifyChain(entries)).toMatchObject({ intact: true });
    const record = readRecord(entries);
    const differences = unmetExpectations(scenario.expect, {
      exitCode: end.code,
      counts: { ...record.coverage.all },
      rows: record.coverage.rows.filter((row) => row.standing === 'required' || row.standing === 'scale-unknown'),
      outcomes: record.outcomes,
    });
    expect(differences.map((difference) => say(difference, 'zh'))).toEqual([]);
    // What was not verified stands on the screen, never a bare conclusion.
    for (const row of record.coverage.rows.filter(
      ({ standing, result }) => standing === 'required' && result === 'unknown',
    )) {
      expect(said.out.join('\n')).toContain(row.id);
    }
  });

  it('stopped by the operator, leaves a chain that holds, without an end, and says 130', async () => {
    simulated.clear();
    const as = { id: 'stopped', folder: join(folder, 'stopped') };
    const derived = derivePlantFile(plantFile, join(as.folder, 'plant'), { ports: simulated.ports });
    const said = listening();
    const before = [...simulated.requests().values()].flat().length;
    const running = auditPlant(
      { plantFile: derived, packs: [path('packs/demo')], out: folder, as, json: false, clock, windowMs: 600_000 },
      said.io,
    );
    await vi.waitUntil(() => [...simulated.requests().values()].flat().length > before + 20, { timeout: 20_000 });
    process.emit('SIGINT');
    expect(await running).toBe(130);
    const entries = readEntries(join(as.folder, 'audit.sqlite'));
    expect(verifyChain(entries)).toMatchObject({ intact: true });
    expect(entries.some((entry) => entry.kind === 'audit-finished')).toBe(false);
    expect(readRecord(entries).conclusion.result).toBe('inconclusive');
    expect(said.out.join('\n')).toContain('未完成');
  });

  it('has sent reads and not one write', () => {
    const requests = [...started.values()].flatMap((each) => [...each.requests().values()].flat());
    expect(requests.filter((request) => request.kind === 'write')).toEqual([]);
    expect(requests.filter((request) => request.kind === 'read').length).toBeGreaterThan(100);
  });
});
