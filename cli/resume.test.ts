import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { derivePlantFile, SimulatedPlant } from '../fixtures/simulators/index.ts';
import { continueSqliteLog, readEntries, readRecord, verifyChain } from '../src/audit/index.ts';
import { loadPlant } from '../src/plant/index.ts';
import { type Clock, simulatedClock } from '../src/protocols/index.ts';
import { runVerb } from './run-verb.test-data.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const original = path('../fixtures/plants/chlorination/plant.yaml');
const at = '2018-02-01T10:00:00+08:00';
const later = '2018-02-01T10:20:00+08:00';
let running = simulatedClock(Date.parse(at));
const clock: Clock = { now: () => running.now(), simulated: true };
let plant: SimulatedPlant;
let folder: string;
let plantFile: string;
let pack: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-resume-'));
  const loaded = loadPlant(original);
  if (!loaded.ok) throw new Error('the plant file has faults');
  plant = await SimulatedPlant.start(loaded.plant, { clock, ports: 'free' });
  plantFile = derivePlantFile(original, join(folder, 'plant'), { ports: plant.ports });
  pack = join(folder, 'quick');
  cpSync(path('../fixtures/packs/quick'), pack, { recursive: true });
}, 60_000);
afterAll(async () => {
  await plant.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = (out: string, time = at) => ['audit', plantFile, '--pack', pack, '--simulated-time', time, '--out', out];
const sent = () => [...plant.requests().values()].flat().length;
const onlyFolder = (out: string) => join(out, readdirSync(out)[0] ?? '');
const evidence = (audit: string) => readEntries(join(audit, 'audit.sqlite'));

/** An audit that the operator stopped in its window. */
async function stopped(name: string, ...more: readonly string[]): Promise<string> {
  const out = join(folder, name);
  running = simulatedClock(Date.parse(at));
  const before = sent();
  const run = runVerb([...words(out), ...more], 'zh');
  await vi.waitUntil(() => sent() > before + 25, { timeout: 20_000, interval: 20 });
  process.emit('SIGINT');
  expect((await run).code).toBe(130);
  return onlyFolder(out);
}

/** A whole audit of the same plant, never interrupted. */
async function whole(): Promise<ReadonlyMap<string, string>> {
  running = simulatedClock(Date.parse(at));
  const out = join(folder, 'whole');
  await runVerb(words(out), 'zh');
  return new Map(readRecord(evidence(onlyFolder(out))).outcomes.map(({ id, result }) => [id, result]));
}

async function goOn(audit: string, ...more: readonly string[]) {
  running = simulatedClock(Date.parse(later));
  return runVerb([...words(join(folder, 'unused'), later), '--resume', audit, ...more], 'zh');
}

describe('an interrupted audit', () => {
  it('goes on in its own record: the chain holds, everything old is read again, the gap is told', async () => {
    plant.clear();
    plant.apply({ fault: 'wrong-setpoint', tag: 'TZSHH-101.SP', value: 140 });
    const audit = await stopped('stopped', '--window', '3s');
    const before = evidence(audit);
    const { code, out, err } = await goOn(audit);
    expect(code).toBe(1);
    const entries = evidence(audit);
    expect(verifyChain(entries)).toMatchObject({ intact: true });
    // Nothing that was written has changed; what is new stands behind it.
    expect(entries.slice(0, before.length)).toEqual(before);
    const record = readRecord(entries);
    expect(record.end).toBeDefined();
    expect(record.header.window.ms).toBe(3000);
    const [resumption] = record.resumptions ?? [];
    expect(resumption?.gapMs).toBeGreaterThan(19 * 60_000);
    expect(resumption?.read).toEqual(['DCS', 'SIS', 'GDS']);
    // What is judged was seen after the gap.
    const resumedMs = Date.parse(resumption?.resumedAt ?? '');
    expect(record.observations.every((each) => each.at.utc >= resumedMs)).toBe(true);
    expect(record.controllers.map(({ id }) => id).toSorted()).toEqual(['DCS', 'GDS', 'SIS']);
    const numbers = record.exchanges.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    // The traffic of both runs.
    const reads = record.traffic.reduce((sum, { requests }) => sum + (requests['read'] ?? 0), 0);
    expect(reads).toBe(record.exchanges.filter(({ kind }) => kind === 'read').length);
    expect(out).toMatch(
      /2018-02-01 10:00:\d\d 至 2018-02-01 10:20:00 间断 1\d{3}\.?\d* s；重读：DCS、SIS、GDS；沿用：无/,
    );
    expect(err).toContain('接着做核查');
    const result = JSON.parse(readFileSync(join(audit, 'result.json'), 'utf8'));
    expect(result.audit).toMatchObject({ finished: true, resumptions: [{ kept: [] }] });
    const expected = await whole();
    expect(record.outcomes.filter(({ id, result }) => expected.get(id) !== result).map(({ id }) => id)).toEqual([]);
    expect((await runVerb(['verify', join(audit, 'report.pdf')], 'zh')).code).toBe(0);
    plant.clear();
  }, 120_000);

  it('goes on after its process was killed, with the traffic that nobody told', async () => {
    const out = join(folder, 'killed');
    running = simulatedClock(Date.parse(at));
    const before = sent();
    const argv = ['--import', 'tsx', path('./main.ts'), ...words(out), '--window', '30s'];
    const child = spawn(process.execPath, argv, { stdio: 'ignore' });
    await vi.waitUntil(() => sent() > before + 40, { timeout: 60_000, interval: 20 });
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const audit = onlyFolder(out);
    expect(existsSync(join(audit, 'audit.sqlite-wal'))).toBe(true);
    expect(readRecord(evidence(audit))).not.toHaveProperty('end');
    expect(readRecord(evidence(audit)).traffic).toEqual([]);
    const { code } = await goOn(audit);
    expect(code).not.toBe(2);
    const entries = evidence(audit);
    expect(verifyChain(entries)).toMatchObject({ intact: true });
    const record = readRecord(entries);
    expect(record.end).toBeDefined();
    expect(record.traffic.map(({ fromExchanges }) => fromExchanges)).toEqual([true, true, true]);
    const reads = record.traffic.reduce((sum, { requests }) => sum + (requests['read'] ?? 0), 0);
    expect(reads).toBe(record.exchanges.filter(({ kind }) => kind === 'read').length);
  }, 180_000);

  it('is refused when it is finished, or still being written', async () => {
    const audit = await stopped('busy');
    const log = continueSqliteLog(join(audit, 'audit.sqlite'));
    const busy = await goOn(audit);
    log.close();
    expect(busy.code).toBe(2);
    expect(busy.err).toContain('正由另一个进程写入');
    expect((await goOn(audit)).code).toBe(0);
    const finished = await goOn(audit);
    expect(finished.code).toBe(2);
    expect(finished.err).toContain('完成，不能接着做');
    const none = await goOn(join(folder, 'nowhere'));
    expect(none.code).toBe(2);
  }, 120_000);

  it('is refused when plant file, point list, pack or options have changed, all of it at once and before anything is sent', async () => {
    const audit = await stopped('changed', '--only', 'unit=U100');
    const kept = [plantFile, join(folder, 'plant', 'points.csv'), join(pack, 'pack.yaml')].map(
      (file) => [file, readFileSync(file)] as const,
    );
    appendFileSync(plantFile, '\n# a remark\n');
    const columns =
      readFileSync(join(folder, 'plant', 'points.csv'), 'utf8')
        .split('\n')[0]
        ?.split(',').length ?? 0;
    appendFileSync(
      join(folder, 'plant', 'points.csv'),
      `XX-1,DCS,ns=2;s=XX-1,float64,,,,measurement${','.repeat(columns - 8)}\n`,
    );
    appendFileSync(join(pack, 'pack.yaml'), '\n# a remark\n');
    const before = evidence(audit);
    const asked = sent();
    const { code, err } = await goOn(audit, '--only', 'function=SIF-101', '--law-date', '2018-01-31');
    for (const [file, bytes] of kept) writeFileSync(file, bytes);
    expect(code).toBe(2);
    for (const said of [
      '文件 plant.yaml 的内容变了',
      '文件 points.csv 的内容变了',
      '规则包 quick 的内容变了',
      '选项 --only 与开始时不同',
      '选项 --law-date 与开始时不同',
    ])
      expect(err).toContain(said);
    expect(sent()).toBe(asked);
    expect(evidence(audit)).toEqual(before);
    // As it was, it goes on, still confined to what it was confined to.
    const { out } = await goOn(audit);
    expect(out).toContain('局部核查：只选择了 unit=U100');
  }, 120_000);
});
