import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { derivePlantFile, SimulatedPlant } from '../fixtures/simulators/index.ts';
import { seededFaultSchema } from '../fixtures/simulators/seeded-fault.ts';
import { readEntries, readRecord, verifyChain } from '../src/audit/index.ts';
import { loadPlant } from '../src/plant/index.ts';
import { type Clock, simulatedClock } from '../src/protocols/index.ts';
import { listeningTerminal } from './listening-terminal.test-data.ts';
import { runVerb } from './run-verb.test-data.ts';
import { auditPlant } from './verbs/audit/audit-plant.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, fixtures));
const plantFile = path('plants/chlorination/plant.yaml');

const { steps } = z
  .strictObject({
    name: z.strictObject({ zh: z.string(), en: z.string() }),
    steps: z.array(
      z.strictObject({
        step: z.string(),
        at: z.iso.datetime({ offset: true }),
        faults: z.array(seededFaultSchema).optional(),
        audit: z.string().optional(),
        run: z.array(z.string()).optional(),
        exit: z.int().optional(),
      }),
    ),
  })
  .parse(parse(readFileSync(path('cases/life-of-a-case.yaml'), 'utf8')));

let running = simulatedClock(0);
const clock: Clock = { now: () => running.now(), simulated: true };
let simulated: SimulatedPlant;
let folder: string;
let derived: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-life-'));
  const loaded = loadPlant(plantFile);
  if (!loaded.ok) throw new Error('the plant file has faults');
  running = simulatedClock(Date.parse(steps[0]?.at ?? ''));
  simulated = await SimulatedPlant.start(loaded.plant, { clock, ports: 'free' });
  derived = derivePlantFile(plantFile, join(folder, 'plant'), { ports: simulated.ports });
});
afterAll(async () => {
  await simulated.close();
  rmSync(folder, { recursive: true, force: true });
});

const reading = ['list', 'show', 'document', 'census', 'dispatch', 'circular', 'statistics', 'ledger', 'verify'];

/** Adds what every step needs: the register, the folder of the evidence, the packs of the first audit, the time. */
function complete(run: readonly string[], at: string): readonly string[] {
  const argv = run.map((word) => word.replace('$out', join(folder, 'out')));
  if (argv[0] === 'limit') return argv;
  const register = ['--register', join(folder, 'cases.sqlite')];
  if (argv[0] === 'due' || reading.includes(argv[1] ?? '')) return [...argv, ...register];
  const time = ['--simulated-time', at];
  if (argv[0] !== 'recheck') return [...argv, ...register, ...time];
  const out = join(folder, 'out');
  return [...argv, ...register, ...time, '--audits', out, '--out', out, '--pack', path('packs/quick')];
}

/** What differs from run to run: hashes, the time of day, readings that move by themselves. */
function masked(said: string): string {
  return (
    said
      .replaceAll(/\b[0-9a-f]{16,64}\b/g, '#')
      .replaceAll(/\d\d:\d\d:\d\d/g, 'hh:mm:ss')
      // How long a silence was waited for depends on the machine.
      .replaceAll(/握手 [\d.]+ 秒/g, '握手 * 秒')
      .replaceAll(/ -?[\d.]+( \S+)? (good|uncertain)/g, ' *$1 $2')
      .replaceAll(join(folder, 'out'), 'out')
      .replaceAll(folder, '.')
  );
}

describe('the life of a case in simulated time', () => {
  it.each(steps)('$step', async ({ step, at, faults, audit, run, exit }) => {
    running = simulatedClock(Date.parse(at));
    if (faults !== undefined) {
      simulated.clear();
      for (const fault of faults) simulated.apply(fault);
    }
    if (audit !== undefined) {
      const { io } = listeningTerminal('zh');
      const as = { id: audit, folder: join(folder, 'out', audit) };
      const options = { plantFile: derived, packs: [path('packs/quick')], out: folder, as, json: false };
      expect(await auditPlant({ ...options, clock: simulatedClock(Date.parse(at)) }, io)).toBe(exit);
    }
    if (run === undefined) return;
    const { code, out, err } = await runVerb(complete(run, at), 'zh');
    const said = masked(run[0] === 'recheck' ? out : [out, err].filter((it) => it !== '').join('\n'));
    await expect(`${said}\n`).toMatchFileSnapshot(path(`cases/golden/${step}.txt`));
    expect(code, err).toBe(exit);
  });

  it('has read again only what the finding rested on, into an audit of its own that cites the first', () => {
    const first = readRecord(readEntries(join(folder, 'out/20171120-U100-01/audit.sqlite')));
    const entries = readEntries(join(folder, 'out/20180206-U100-01/audit.sqlite'));
    expect(verifyChain(entries)).toMatchObject({ intact: true });
    const again = readRecord(entries);
    expect(again.header.recheck).toEqual({
      audit: first.header.id,
      head: first.chainHead,
      outcomes: ['esd-in-service@SIF-104'],
    });
    expect(again.packs.map(({ sha256 }) => sha256)).toEqual(first.packs.map(({ sha256 }) => sha256));
    const finding = first.outcomes.find(({ id }) => id === 'esd-in-service@SIF-104');
    const evidence = new Set(finding?.evidence);
    const rested = new Set(first.observations.filter((it) => evidence.has(it.evidence)).map(({ tag }) => tag));
    const state = new Set(first.unitStates.flatMap(({ from }) => from));
    const read = new Set(again.observations.map(({ tag }) => tag));
    expect([...read].filter((tag) => !rested.has(tag) && !state.has(tag))).toEqual([]);
    expect([...rested].filter((tag) => !read.has(tag))).toEqual([]);
    expect(again.controllers.map(({ id }) => id)).not.toContain('GDS');
  });

  it('has not written to a controller', () => {
    const requests = [...simulated.requests().values()].flat();
    expect(requests.filter((request) => request.kind === 'write')).toEqual([]);
  });
});
