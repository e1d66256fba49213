import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditHeader } from '../record.ts';
import {
  continueSqliteLog,
  createSqliteLog,
  isBeingWritten,
  MemoryLog,
  openDatabase,
  readEntries,
  verifyChain,
} from './index.ts';

const header: AuditHeader = {
  id: '20180201-U100-01',
  tripline: '0.0.0',
  startedAt: '2018-02-01T10:00:00+08:00',
  observationDate: '2018-02-01',
  lawDate: '2018-02-01',
  hypothetical: false,
  window: { ms: 1000, everyMs: 200 },
  simulatedTime: true,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Immediates run in the order in which they were asked for, so that the log has had its turn. */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function threeEntries(): string {
  const file = join(folder, 'audit.sqlite');
  const log = createSqliteLog(file);
  log.append('audit-started', header);
  log.append('conclusion', { result: 'inconclusive', exitCode: 3 });
  log.append('audit-finished', { finishedAt: '2018-02-01T10:01:00+08:00' });
  log.close();
  return file;
}

describe('the evidence file', () => {
  it('holds what was appended, in a chain that verifies', () => {
    const entries = readEntries(threeEntries());
    expect(entries.map((entry) => entry.kind)).toEqual(['audit-started', 'conclusion', 'audit-finished']);
    expect(verifyChain(entries)).toEqual({ intact: true, entries: 3, head: entries[2]?.hash });
  });

  it('has the same chain as the log in memory', () => {
    const memory = new MemoryLog();
    memory.append('audit-started', header);
    memory.append('conclusion', { result: 'inconclusive', exitCode: 3 });
    memory.append('audit-finished', { finishedAt: '2018-02-01T10:01:00+08:00' });
    expect(readEntries(threeEntries())).toEqual(memory.entries);
  });

  it('writes entries together in the same chain, or none of them, and then takes no more', () => {
    const file = join(folder, 'together.sqlite');
    const log = createSqliteLog(file);
    log.append('audit-started', header);
    const conclusion = { result: 'inconclusive', exitCode: 3 } as const;
    expect(log.appendAll('conclusion', [conclusion, conclusion])).toEqual([2, 3]);
    const unwritable: typeof conclusion = Object.defineProperty({ ...conclusion }, 'result', {
      enumerable: true,
      get: () => {
        throw new Error('cannot be written');
      },
    });
    log.appendAll('conclusion', [conclusion, unwritable]);
    expect(() => log.head()).toThrow('cannot be written');
    expect(() => log.append('conclusion', conclusion)).toThrow('cannot be written');
    expect(() => log.close()).toThrow('cannot be written');
    expect(verifyChain(readEntries(file))).toMatchObject({ intact: true, entries: 3 });
  });

  it('writes by itself when the readers have nothing to do, and says at the next call that it could not', async () => {
    const file = join(folder, 'behind.sqlite');
    const log = createSqliteLog(file);
    log.append('audit-started', header);
    await turnOfTheLoop();
    expect(readEntries(file)).toHaveLength(1);
    const stranger = openDatabase(file);
    stranger.exec("INSERT INTO entry VALUES (2, 'conclusion', '{}', 'x')");
    stranger.close();
    log.append('conclusion', { result: 'inconclusive', exitCode: 3 });
    await turnOfTheLoop();
    expect(() => log.append('conclusion', { result: 'inconclusive', exitCode: 3 })).toThrow('UNIQUE');
    expect(() => log.close()).toThrow('UNIQUE');
  });

  it('holds a whole plant that came in one turn of the loop, without keeping it in memory', () => {
    const file = join(folder, 'many.sqlite');
    const log = createSqliteLog(file);
    const conclusion = { result: 'inconclusive', exitCode: 3 } as const;
    for (let batch = 0; batch < 25; batch += 1)
      log.appendAll(
        'conclusion',
        Array.from({ length: 1000 }, () => conclusion),
      );
    // No turn of the loop has passed; what is there was written because too much waited.
    expect(readEntries(file).length).toBeGreaterThan(20_000);
    log.close();
    expect(verifyChain(readEntries(file))).toMatchObject({ intact: true, entries: 25_000 });
  });

  it.each(['UPDATE entry SET kind = kind', 'DELETE FROM entry'])('refuses %s', (sql) => {
    const database = openDatabase(threeEntries());
    expect(() => database.exec(sql)).toThrow('append-only');
    database.close();
  });

  it('is not overwritten by a second audit', () => {
    const file = threeEntries();
    expect(() => createSqliteLog(file)).toThrow('holds an audit already');
  });

  it.each([
    ['a changed body', "UPDATE entry SET body = '{}' WHERE number = 2", { firstBroken: 2, because: 'hash' }],
    ['a changed kind', "UPDATE entry SET kind = 'outcome' WHERE number = 1", { firstBroken: 1, because: 'hash' }],
    ['a removed entry', 'DELETE FROM entry WHERE number = 2', { firstBroken: 2, because: 'number' }],
  ])('shows %s', (_, sql, broken) => {
    const file = threeEntries();
    const database = openDatabase(file);
    database.exec('DROP TRIGGER entry_no_update; DROP TRIGGER entry_no_delete');
    database.exec(sql);
    database.close();
    expect(verifyChain(readEntries(file))).toEqual({ intact: false, ...broken });
  });

  it('opens and verifies after the process was killed, without an end', async () => {
    const file = join(folder, 'killed.sqlite');
    const script = `
      import { createSqliteLog } from ${JSON.stringify(new URL('./sqlite-log.ts', import.meta.url).href)};
      const log = createSqliteLog(${JSON.stringify(file)});
      log.append('audit-started', ${JSON.stringify(header)});
      for (let number = 0; ; number += 1) {
        log.append('conclusion', { result: 'inconclusive', exitCode: 3 });
        await new Promise(setImmediate);
        if (number === 50) console.log('ready');
      }`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('error', reject);
      child.once('exit', () => reject(new Error('the writer ended by itself')));
    });
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exited;
    const entries = readEntries(file);
    expect(verifyChain(entries)).toMatchObject({ intact: true });
    expect(entries.length).toBeGreaterThanOrEqual(50);
    expect(entries.some((entry) => entry.kind === 'audit-finished')).toBe(false);
  });

  it('goes on behind its last entry in the same chain, and says while somebody writes it', () => {
    const file = threeEntries();
    const before = readEntries(file);
    expect(isBeingWritten(file)).toBe(false);
    const log = continueSqliteLog(file);
    expect(isBeingWritten(file)).toBe(true);
    expect(() => continueSqliteLog(file)).toThrow('being written');
    expect(log.append('conclusion', { result: 'inconclusive', exitCode: 3 })).toBe(4);
    log.close();
    expect(isBeingWritten(file)).toBe(false);
    const after = readEntries(file);
    expect(after.slice(0, 3)).toEqual(before);
    expect(verifyChain(after)).toMatchObject({ intact: true, entries: 4 });
  });

  it('does not go on behind a chain that breaks', () => {
    const file = threeEntries();
    const database = openDatabase(file);
    database.exec("DROP TRIGGER entry_no_update; UPDATE entry SET body = '{}' WHERE number = 2");
    database.close();
    expect(() => continueSqliteLog(file)).toThrow('breaks at entry 2');
  });
});
