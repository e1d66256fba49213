import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteLog, openDatabase } from '../src/audit/index.ts';
import { loadPlant } from '../src/plant/index.ts';
import { verbs } from './verbs/index.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const plantFile = fileURLToPath(new URL('../fixtures/plants/chlorination/plant.yaml', import.meta.url));

/** Runs the command line as a process of its own. */
function tripline(...args: readonly string[]) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', main, ...args], { encoding: 'utf8' });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

let folder: string;
let finished: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-cli-'));
  finished = join(folder, 'audit.sqlite');
  const plant = loadPlant(plantFile);
  if (!plant.ok) throw new Error('the plant file has faults');
  const log = createSqliteLog(finished);
  const date = '2018-02-01';
  log.append('audit-started', {
    id: 'empty',
    tripline: '0.0.0',
    startedAt: `${date}T10:00:00+08:00`,
    observationDate: date,
    lawDate: date,
    hypothetical: false,
    window: { ms: 0, everyMs: 100 },
    simulatedTime: true,
  });
  log.append('plant', plant.plant);
  log.append('conclusion', { result: 'inconclusive', exitCode: 3 });
  log.append('audit-finished', { finishedAt: `${date}T10:00:01+08:00` });
  log.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('tripline', () => {
  it('lists every verb with its exit codes in Chinese, and in English where asked', () => {
    const chinese = tripline('--help', '--lang', 'zh');
    const english = tripline('--help', '--lang', 'en');
    expect(chinese).toMatchObject({ code: 0, err: '' });
    expect(chinese.out).toContain('退出码');
    expect(english.out).toContain('Exit codes');
    expect(verbs.length).toBeGreaterThan(5);
    for (const verb of ['check', 'audit', 'report', 'verify', 'demo', 'sim'])
      expect(chinese.out).toContain(`  ${verb}`);
  });

  it('survives a reader that has seen enough', () => {
    const line = `"${process.execPath}" --import tsx "${main}" rules list | head -n 1 >/dev/null; exit "\${PIPESTATUS[0]}"`;
    const run = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 0, stderr: '' });
  });

  it('says which languages it speaks to one that it does not', () => {
    const run = tripline('--lang', 'fr', 'check', plantFile);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('fr');
    expect(run.err).toContain('zh, en');
  });

  it.each([
    ['nonsense'],
    ['audit'],
    ['audit', plantFile, '--law-date', '2018-02-30'],
    ['audit', plantFile, '--window', 'long'],
  ])('says 2 to %s', (...args) => {
    const run = tripline(...args);
    expect(run.code).toBe(2);
    expect(run.err).not.toBe('');
    expect(run.out).toBe('');
  });
});

describe('tripline check', () => {
  it('says 0 to a plant file without faults and names what it declares', () => {
    const run = tripline('check', plantFile, '--lang', 'zh');
    expect(run.code).toBe(0);
    expect(run.out).toContain('3 台控制器');
  });

  it('shows all faults at once and says 2', () => {
    const faulty = join(folder, 'faulty.yaml');
    writeFileSync(
      faulty,
      'tripline: 1\nenterprise: { name: 某厂, uscc: 91370321MA3C000008, sectors: [other] }\nunits: {}\ncontrollers: { X: { role: nothing } }\n',
    );
    const run = tripline('check', faulty, '--lang', 'zh');
    expect(run.code).toBe(2);
    expect(run.out).toContain('enterprise.uscc');
    expect(run.out).toContain('controllers.X');
    expect(run.out).toContain('未连接任何控制器');
  });
});

describe('tripline verify and report', () => {
  it('say 0 to a chain that holds', () => {
    expect(tripline('verify', finished)).toMatchObject({ code: 0 });
    expect(tripline('report', finished, '--out', join(folder, 'out'), '--lang', 'en')).toMatchObject({ code: 0 });
  });

  it('name the first entry that does not hold', () => {
    const forged = join(folder, 'forged.sqlite');
    copyFileSync(finished, forged);
    const database = openDatabase(forged);
    database.exec(
      "DROP TRIGGER entry_no_update; UPDATE entry SET body = replace(body, '氯化', '硝化') WHERE number = 2",
    );
    database.close();
    const run = tripline('verify', forged, '--lang', 'zh');
    expect(run.code).toBe(1);
    expect(run.out).toContain('第 2 条');
    expect(tripline('report', forged)).toMatchObject({ code: 2, out: '' });
  });

  it('say 2 to a file that is no evidence', () => {
    expect(tripline('verify', plantFile)).toMatchObject({ code: 2 });
    expect(tripline('verify', join(folder, 'nothing.sqlite'))).toMatchObject({ code: 2 });
  });
});
