import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteLog, openDatabase } from '../../audit/index.ts';
import { openedCase } from '../case/opened.test-data.ts';
import type { NewEntry } from './register-entry.ts';
import { RegisterFile } from './register-file.ts';
import { registerState } from './register-state.ts';

const first: NewEntry = { kind: 'register-opened', body: { tripline: '0.0.0', recordedAt: '2017-11-20 10:00:00' } };
const opened: NewEntry = { kind: 'case-opened', body: openedCase() };
const moved = (by: string): NewEntry => ({
  kind: 'case-moved',
  body: { case: '2017-0001', date: '2017-11-21', by, move: { move: 'register' }, recordedAt: '2017-11-21 10:00:00' },
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-register-'));
  file = join(folder, 'register.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the register', () => {
  it('holds what was written, in a chain that verifies, and tells it as it stood on a day', () => {
    const register = RegisterFile.open(file, first);
    expect(register.append([opened], 1)).toMatchObject({ ok: true });
    expect(register.append([moved('张三')], 2)).toMatchObject({ ok: true });
    register.close();
    const again = RegisterFile.open(file);
    const entries = again.entries();
    expect(again.verify()).toEqual({ intact: true, entries: 3, head: entries[2]?.hash });
    again.close();
    expect(registerState(entries).cases.get('2017-0001')).toMatchObject({ stage: 'registered', lastEntry: 3 });
    expect(registerState(entries, '2017-11-20').cases.get('2017-0001')).toMatchObject({ stage: 'found' });
    expect(registerState(entries, '2017-11-19').cases.size).toBe(0);
  });

  it('lets one of two writers win and shows the other what was written', () => {
    const [one, two] = [RegisterFile.open(file, first), RegisterFile.open(file)];
    one.append([opened], 1);
    const [seenByOne, seenByTwo] = [one.entries().length, two.entries().length];
    expect(one.append([moved('张三')], seenByOne)).toMatchObject({ ok: true });
    const lost = two.append([moved('李四')], seenByTwo);
    expect(lost).toMatchObject({ ok: false, newer: [{ number: 3, kind: 'case-moved', body: { by: '张三' } }] });
    expect(two.entries()).toHaveLength(3);
    one.close();
    two.close();
  });

  it('gives way to a writer who is at it', () => {
    const register = RegisterFile.open(file, first);
    const other = openDatabase(file);
    other.exec('BEGIN IMMEDIATE');
    expect(register.append([opened], 1)).toEqual({ ok: false, busy: true });
    other.exec('ROLLBACK');
    other.close();
    expect(register.append([opened], 1)).toMatchObject({ ok: true });
    register.close();
  });

  it('is not an audit, and an audit is not a register', () => {
    const audit = join(folder, 'audit.sqlite');
    createSqliteLog(audit).close();
    expect(() => RegisterFile.open(audit)).toThrow('no case register');
    expect(() => RegisterFile.open(audit, first)).toThrow('no case register');
    expect(() => RegisterFile.open(join(folder, 'nothing.sqlite'))).toThrow('does not exist');
    writeFileSync(join(folder, 'text'), 'no database at all, only words that go on for a while');
    expect(() => RegisterFile.open(join(folder, 'text'))).toThrow();
  });

  it.each([
    ['a changed body', "UPDATE entry SET body = replace(body, '张三', '李四') WHERE number = 2", 2],
    ['a removed entry', 'DELETE FROM entry WHERE number = 2', 2],
  ])('shows %s and builds on nothing behind it', (_, sql, firstBroken) => {
    const register = RegisterFile.open(file, first);
    register.append([opened], 1);
    register.append([moved('张三')], 2);
    register.close();
    const database = openDatabase(file);
    expect(() => database.exec(sql)).toThrow('append-only');
    database.exec('DROP TRIGGER entry_no_update; DROP TRIGGER entry_no_delete');
    database.exec(sql);
    database.close();
    const forged = RegisterFile.open(file);
    expect(forged.verify()).toMatchObject({ intact: false, firstBroken });
    expect(() => forged.entries()).toThrow(`breaks at entry ${firstBroken}`);
    forged.close();
  });

  it('is whole after the process was killed in the middle of writing: an act is there or it is not', async () => {
    const script = `
      import { RegisterFile } from ${JSON.stringify(new URL('./register-file.ts', import.meta.url).href)};
      const register = RegisterFile.open(${JSON.stringify(file)}, ${JSON.stringify(first)});
      const opened = ${JSON.stringify(opened)};
      for (let number = 1, after = 1; ; number += 1) {
        const id = String(number);
        const move = { kind: 'case-moved', body: { ...${JSON.stringify(moved('张三').body)}, case: id } };
        register.append([{ ...opened, body: { ...opened.body, case: id } }, move], after);
        after += 2;
        if (number === 30) console.log('ready');
      }`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += String(chunk);
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`the writer ended by itself: ${complaint}`)));
    });
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exited;
    const register = RegisterFile.open(file);
    const entries = register.entries();
    expect(register.verify()).toMatchObject({ intact: true });
    expect(entries.length).toBeGreaterThan(60);
    // An act of two entries is never half there.
    expect(entries.length % 2).toBe(1);
    expect([...registerState(entries).cases.values()].every(({ stage }) => stage === 'registered')).toBe(true);
    register.close();
  });
});
