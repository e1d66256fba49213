import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derivePlantFile, SimulatedPlant } from '../../../fixtures/simulators/index.ts';
import {
  type AuditRecord,
  type ControllerRequests,
  isListed,
  readEntries,
  readRecord,
} from '../../../src/audit/index.ts';
import { say } from '../../../src/messages/index.ts';
import { loadPlant } from '../../../src/plant/index.ts';
import { simulatedClock } from '../../../src/protocols/index.ts';
import { knownRow, loadCatalogue } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';
import { auditPlant } from '../audit/audit-plant.ts';
import { listRequests } from './list-requests.ts';

const path = (name: string) => fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url));
const start = Date.parse('2018-02-01T10:00:00+08:00');
const clock = simulatedClock(start);
let simulated: SimulatedPlant;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-requests-'));
  simulated = await SimulatedPlant.start(plantOf(path('plants/chlorination/plant.yaml')), { clock, ports: 'free' });
});
afterAll(async () => {
  await simulated.close();
  rmSync(folder, { recursive: true, force: true });
});

function plantOf(file: string) {
  const catalogue = loadCatalogue();
  const loaded = loadPlant(file, { knownRows: (id) => knownRow(catalogue, id) });
  if (!loaded.ok) throw new Error('the plant file has faults');
  return loaded.plant;
}

function listening() {
  const out: string[] = [];
  const speak: Terminal['say'] = (key, values) => say(values === undefined ? { key } : { key, with: values }, 'zh');
  const io: Terminal = {
    language: 'zh',
    colour: false,
    width: 100,
    say: speak,
    print: (lines) => void out.push(lines),
    note: () => undefined,
    fail: (key, values) => void out.push(speak(key, values)),
  };
  return { io, out };
}

/** The plant file with this pacing of one controller, what it says that it will send, and what an audit of it then sent. */
async function planAndAudit(name: string, pacingOfGds = 'gap: 20ms', witness = false) {
  const plantFile = derivePlantFile(path('plants/chlorination/plant.yaml'), join(folder, name, 'plant'), {
    ports: simulated.ports,
  });
  const written = readFileSync(plantFile, 'utf8').replace('gap: 20ms', pacingOfGds);
  writeFileSync(plantFile, witness ? written.replace('role: sis', 'role: sis\n    allow_witness: true') : written);
  const as = { id: name, folder: join(folder, name) };
  const packs = [path('packs/quick')];
  const options = {
    plantFile,
    packs,
    windowMs: 1000,
    out: folder,
    as,
    json: true,
    witness,
    clock: simulatedClock(start),
  };
  const { io, out } = listening();
  expect(listRequests(plantOf(plantFile), loadCatalogue(), options, io)).toBe(0);
  const controllers: readonly ControllerRequests[] = JSON.parse(out.join('\n')).controllers;
  await auditPlant({ ...options, json: false }, io);
  return { controllers, record: readRecord(readEntries(join(as.folder, 'audit.sqlite'))) };
}

/** Every exchange is in the plan or in a contingency, and the totals of each controller are within its ceiling. */
function keepsWhatWasListed(controllers: readonly ControllerRequests[], record: AuditRecord) {
  const listOf = new Map(controllers.map((each) => [each.controller, each]));
  const stray = record.exchanges.filter((exchange) => {
    const list = listOf.get(exchange.controller);
    return list === undefined || !isListed(exchange, [...list.planned, ...list.contingencies]);
  });
  expect(stray.map(({ controller, kind, what }) => `${controller} ${kind} ${what}`)).toEqual([]);
  for (const traffic of record.traffic) {
    const list = listOf.get(traffic.controller);
    if (list === undefined) throw new Error(`no requests were listed for ${traffic.controller}`);
    expect(sentIn(traffic)).toBeLessThanOrEqual(list.ceiling.requests);
    expect(traffic.bytesOut + traffic.bytesIn).toBeLessThanOrEqual(list.ceiling.bytes);
  }
}

function sentIn({ requests }: Pick<AuditRecord['traffic'][number], 'requests'>) {
  return Object.values(requests).reduce((sum, count) => sum + count, 0);
}

describe('the requests that check lists', () => {
  it('are all that an audit sends, and more than its ceiling is not', async () => {
    const { controllers, record } = await planAndAudit('whole');
    expect(record.exchanges.length).toBeGreaterThan(30);
    keepsWhatWasListed(controllers, record);
    const listOf = new Map(controllers.map((each) => [each.controller, each]));
    // Of a good run the plan itself is exact, but for the stand-by that is looked at first.
    const gds = record.traffic.find(({ controller }) => controller === 'GDS');
    expect(gds && sentIn(gds)).toBe(listOf.get('GDS')?.totals.requests);
    expect(record.controllers.map(({ points }) => points.read === points.asked)).toEqual([true, true, true]);
  });

  it('end at the ceiling that the plant file declares: the run stops asking that controller', async () => {
    const { controllers, record } = await planAndAudit('tight', 'gap: 20ms, budget: { requests: 5, bytes: 100000 }');
    expect(controllers.find(({ controller }) => controller === 'GDS')?.ceiling.requests).toBe(5);
    expect(record.exchanges.filter(({ controller }) => controller === 'GDS')).toHaveLength(5);
    const stopped = record.observations.filter((each) => each.kind === 'silence' && each.fault.kind === 'stopped');
    expect(stopped.length).toBeGreaterThan(0);
    expect(stopped[0]).toMatchObject({ fault: { by: 'budget' } });
  });

  it('hold the witness, too, whose traffic stands apart in the statement', { timeout: 90_000 }, async () => {
    const { controllers, record } = await planAndAudit('witnessed', 'gap: 20ms', true);
    keepsWhatWasListed(controllers, record);
    for (const id of ['GDS', 'SIS']) {
      const list = controllers.find(({ controller }) => controller === id);
      const listed = list?.contingencies.filter(({ because }) => because === 'witness') ?? [];
      const sent = record.exchanges.filter(({ controller, what }) => controller === id && what.startsWith('witness'));
      expect(sent.length).toBeGreaterThan(2);
      expect(sent.length).toBeLessThanOrEqual(listed.reduce((sum, { count }) => sum + count, 0));
      const traffic = record.traffic.find(({ controller }) => controller === id);
      expect(traffic?.witness && sentIn(traffic.witness)).toBe(sent.length);
      expect(traffic?.witness).toMatchObject({ connections: 1, writes: 0 });
      expect(traffic?.connections).toBeGreaterThan(1);
    }
    // Without a second implementation there is nothing to list.
    const dcs = controllers.find(({ controller }) => controller === 'DCS');
    expect(dcs?.contingencies.some(({ because }) => because === 'witness')).toBe(false);
  });

  it('hold the witness back, too, at the ceiling that the plant file declares', { timeout: 90_000 }, async () => {
    const { io, out } = listening();
    const options = { plantFile: '', packs: [path('packs/quick')], out: '', windowMs: 1000, json: true, clock };
    listRequests(plantOf(path('plants/chlorination/plant.yaml')), loadCatalogue(), options, io);
    const controllers: readonly ControllerRequests[] = JSON.parse(out.join('\n')).controllers;
    const ours = controllers.find(({ controller }) => controller === 'GDS')?.totals.requests ?? 0;
    const budget = ours + 3;
    const { record } = await planAndAudit('thin', `gap: 20ms, budget: { requests: ${budget}, bytes: 100000 }`, true);
    const sent = record.exchanges.filter(({ controller }) => controller === 'GDS');
    expect(sent).toHaveLength(budget);
    expect(sent.filter(({ what }) => what.startsWith('witness'))).toHaveLength(3);
  });

  it('are said in words, with a ceiling for each controller', () => {
    const { io, out } = listening();
    const options = { plantFile: '', packs: [path('packs/quick')], out: '', json: false, clock };
    listRequests(plantOf(path('plants/chlorination/plant.yaml')), loadCatalogue(), options, io);
    const said = out.join('\n');
    expect(said).toContain('计划  read  FC4');
    expect(said).toContain('预案（拆分重读）  read  ReadVar {n} items');
    expect(said.match(/上限 {2}\d+ 次请求/g)).toHaveLength(3);
    expect(said).toContain('写请求为 0');
  });
});
