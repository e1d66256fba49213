import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SimulatedUnit, simulatedUnit } from '../../../fixtures/watches/simulated-unit.ts';
import { isWatch, readEntries, readWatch } from '../../../src/audit/index.ts';
import { simulatedClock } from '../../../src/protocols/index.ts';
import { DemandTracker, watchedTags } from '../../../src/rules/index.ts';
import { listening } from '../../listening.test-data.ts';
import { runVerb } from '../../run-verb.test-data.ts';
import { verifyFile } from '../verify/verify-file.ts';
import { boardOf } from './board.ts';
import { Screen } from './screen.ts';
import { watchPlant } from './watch-plant.ts';

const at = Date.parse('2018-02-01T10:00:00+08:00');
const escapeCode = '\u001b';

let folder: string;
let unit: SimulatedUnit;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-watch-'));
  unit = await simulatedUnit('chlorination', join(folder, 'plant'), at);
});
afterAll(async () => {
  await unit.simulated.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('tripline watch', () => {
  it('lists what it would send, and connects to nothing', async () => {
    const before = [...unit.simulated.requests().values()].flat().length;
    const { code, out } = await runVerb(
      ['watch', unit.plantFile, '--function', 'SIF-101', '--requests', '--for', '60s'],
      'zh',
    );
    expect(code).toBe(0);
    expect(out).toContain('SIS');
    expect(out).not.toContain('GDS');
    expect([...unit.simulated.requests().values()].flat()).toHaveLength(before);
  });

  it('says every fault of its options and its form, and connects to nothing', async () => {
    const bad = await runVerb(['watch', unit.plantFile, '--for', 'ever', '--every', '1ms', '--demands', '-'], 'en');
    expect(bad.code).toBe(2);
    for (const option of ['--for', '--every', '--demands']) expect(bad.err).toContain(option);
    const none = await runVerb(['watch', unit.plantFile, '--function', 'SIF-999'], 'en');
    expect([none.code, none.err.includes('SIF-101')]).toEqual([2, true]);
    const form = join(folder, 'form.yaml');
    writeFileSync(form, 'procedure: PT-1\nscope: { sensors: [TZT-999], elements: { XZV-999: full } }\n');
    const misfit = await runVerb(['watch', unit.plantFile, '--function', 'SIF-101', '--test', form], 'zh');
    expect(misfit.code).toBe(2);
    for (const name of ['TZT-999', 'XZV-999']) expect(misfit.err).toContain(name);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('ends politely at an interrupt, with a record that verifies, in plain lines without escape codes', async () => {
    unit.useClock(simulatedClock(at));
    unit.simulated.clear();
    unit.simulated.play([{ after: 1500, do: 'press', tag: 'HS-104' }]);
    const said = listening();
    const running = watchPlant(
      {
        plantFile: unit.plantFile,
        functions: ['SIF-104'],
        forMs: 600_000,
        everyMs: 100,
        demands: 0,
        requests: false,
        out: join(folder, 'out'),
        json: false,
        clock: simulatedClock(at),
      },
      said.io,
    );
    await vi.waitUntil(() => said.err.some((line) => line.includes('XZV-101 关到位')), { timeout: 40_000 });
    process.emit('SIGINT');
    expect(await running).toBe(0);
    const [name = ''] = readdirSync(join(folder, 'out'));
    const file = join(folder, 'out', name, 'watch.sqlite');
    const entries = readEntries(file);
    expect(isWatch(entries)).toBe(true);
    expect(readWatch(entries)).toMatchObject({ follows: true, demands: [{ function: 'SIF-104', counts: 'demand' }] });
    expect([...said.out, ...said.err].join('\n')).not.toContain(escapeCode);
    expect(said.out.join('\n')).toContain('写请求 0');
    const verified = listening();
    expect(await verifyFile(file, { ca: [] }, verified.io)).toBe(0);
    expect(verified.out.join('\n')).toContain('1 份见证记录可由所存读数重新得出');
    const requests = [...unit.simulated.requests().values()].flat();
    expect(requests.filter(({ kind }) => kind === 'write')).toEqual([]);
  });
});

describe('the live table', () => {
  const tracker = () => {
    const it = unit.plant.functions.find(({ id }) => id === 'SIF-101');
    if (it === undefined) throw new Error('no SIF-101');
    const found = new DemandTracker(it, unit.plant);
    const look = (value: number) =>
      [...watchedTags(it, unit.plant)].map((tag) => ({
        tag,
        sentMs: at + value,
        receivedMs: at + value + 20,
        value: tag.startsWith('TZT') && !tag.endsWith('FLT') ? value : tag === 'TZSHH-101.SP' ? 120 : false,
      }));
    found.take(look(85));
    found.take(look(125));
    return found;
  };
  const ground = () => ({ plant: unit.plant, startedUtc: at, nowUtc: at + 65_000, everyMs: 500 });

  it('shows values, limits, votes and elements, in colour only where colour is wanted', () => {
    const plain = boardOf([tracker()], ground(), listening().io).join('\n');
    expect(plain).toContain('已见证 01:05');
    expect(plain).toMatch(/TZT-101A +125 ℃ +> 120 ℃ +● 超限 3\/2oo3/);
    expect(plain).not.toContain(escapeCode);
    const { io } = listening();
    expect(boardOf([tracker()], ground(), { ...io, colour: true }).join('\n')).toContain(`${escapeCode}[31m`);
  });

  it('is drawn over what was drawn before, and no line of it wraps', () => {
    const written: string[] = [];
    const screen = new Screen({ columns: 12, rows: 3, write: (text) => written.push(text) });
    screen.draw(['反应釜超温切断', `${escapeCode}[31mabcdefghijklmnop${escapeCode}[0m`, 'third']);
    screen.draw(['one']);
    expect(written[0]).toBe(`\r${escapeCode}[J反应釜超温\n${escapeCode}[31mabcdefghijk${escapeCode}[0m\n`);
    expect(written[1]).toBe(`${escapeCode}[2A\r${escapeCode}[Jone\n`);
  });
});
