import { describe, expect, it } from 'vitest';
import type { AuditRecord, Outcome } from '../../audit/index.ts';
import { sampleRecord } from '../../report/sample-record.test-data.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { importAudit } from './import-audit.ts';
import type { NewEntry, RegisterEntry } from './register-entry.ts';
import { registerState } from './register-state.ts';
import { reopenCase } from './reopen-case.ts';

const loaded = loadSettings();
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
const { settings } = loaded;

let heads = 0;
/** An audit of the sample plant on a day, with its outcomes changed. */
function audit(date: string, change: (outcomes: readonly Outcome[]) => readonly Outcome[] = (all) => all): AuditRecord {
  heads += 1;
  const head = String(heads).padStart(64, '0');
  const sample = sampleRecord();
  const header = { ...sample.header, id: `audit-${heads}`, observationDate: date, lawDate: date };
  return { ...sample, header, chainHead: head, outcomes: change(sample.outcomes) };
}

const taking = { by: '张三', recordedAt: '2018-12-31 10:00:00' };

/** A register after taking in audits, each on the day after it was made. */
class Register {
  entries: RegisterEntry[] = [];

  take(record: AuditRecord, date = record.header.observationDate): readonly NewEntry[] {
    const taken = importAudit(registerState(this.entries), record, { ...taking, date }, settings);
    if (!taken.ok) throw new Error(taken.because.key);
    this.write(taken.entries);
    return taken.entries;
  }
  write(entries: readonly NewEntry[]): void {
    for (const entry of entries) this.entries.push({ ...entry, number: this.entries.length + 1, hash: '0' });
  }
  get state() {
    return registerState(this.entries);
  }
  /** Moves a case to its end, as far as its state is concerned. */
  close(id: string, date: string): void {
    const audit = { id: 'again', head: 'f'.repeat(64), observationDate: date };
    const moves = [
      { move: 'order', until: date, reason: 'r' },
      { move: 'read-again', audit, verdict: 'rectified' },
      { move: 'confirm', verdict: 'rectified', machine: 'rectified' },
      { move: 'close' },
    ] as const;
    const recordedAt = taking.recordedAt;
    this.write(moves.map((move) => ({ kind: 'case-moved', body: { case: id, date, by: '李四', recordedAt, move } })));
  }
}

describe('taking an audit in', () => {
  it('opens a case for each fault that binds, graded by the criteria of the law date', () => {
    const register = new Register();
    register.take(audit('2018-02-01'));
    const cases = [...register.state.cases.values()];
    expect(cases.map(({ opened, grade, stage }) => [opened.finding.outcome, grade, stage])).toEqual([
      ['trip-setpoint-approved@SIF-101', 'general', 'registered'],
      ['required-function-covered@U100·P03-C06', 'pending', 'registered'],
      ['esd-in-service@ESD-110', 'major', 'registered'],
    ]);
    expect(cases[2]?.opened.finding.parts[0]?.actual?.zh).toContain('MOS-104');
  });

  it('grades nothing before there were criteria', () => {
    const register = new Register();
    register.take(audit('2017-11-12'));
    expect(new Set([...register.state.cases.values()].map(({ grade }) => grade))).toEqual(new Set(['pending']));
  });

  it('knows the same fault again, in another order, under another file name and another edition', () => {
    const register = new Register();
    register.take(audit('2018-02-01'));
    const later = audit('2018-03-01', (all) => [...all].reverse().map((it) => ({ ...it, pack: 'other-pack' })));
    const plant = { ...later.plant, sources: [{ file: 'renamed.yaml', sha256: 'c'.repeat(64) }] };
    const entries = register.take({ ...later, plant });
    expect(entries.filter(({ kind }) => kind === 'case-opened')).toEqual([]);
    expect(entries.filter(({ kind }) => kind === 'case-seen')).toHaveLength(3);
  });

  it('does not mix up the same tag in another enterprise', () => {
    const register = new Register();
    register.take(audit('2018-02-01'));
    const other = audit('2018-02-01');
    const enterprise = { ...other.plant.enterprise, uscc: '91350100M000100Y43' };
    register.take({ ...other, plant: { ...other.plant, enterprise } });
    expect(register.state.cases.size).toBe(6);
  });

  it('marks a fault that comes back after closing, and keeps the old case closed', () => {
    const register = new Register();
    register.take(audit('2018-02-01'));
    register.close('2018-0001', '2018-03-01');
    register.take(audit('2018-06-01'));
    expect(register.state.cases.get('2018-0001')?.stage).toBe('closed');
    expect(register.state.cases.get('2018-0004')?.opened).toMatchObject({
      repeats: ['2018-0001'],
      finding: { outcome: 'trip-setpoint-approved@SIF-101' },
    });
  });

  it('takes a late audit from before the closing as the same case', () => {
    const register = new Register();
    register.take(audit('2018-02-01'));
    register.close('2018-0001', '2018-03-01');
    register.take(audit('2018-02-15'), '2018-06-01');
    expect(register.state.cases.size).toBe(3);
    expect(register.state.cases.get('2018-0001')?.seen).toHaveLength(1);
  });

  it.each<[string, (record: AuditRecord) => AuditRecord, string]>([
    ['a 推演', (it) => ({ ...it, header: { ...it.header, hypothetical: true } }), 'rectification.import-hypothetical'],
    ['an audit without an end', ({ end: _, ...it }) => it, 'rectification.import-unfinished'],
  ])('refuses %s', (_, change, because) => {
    const register = new Register();
    expect(() => register.take(change(audit('2018-02-01')))).toThrow(because);
  });

  it('refuses an audit that is in already', () => {
    const register = new Register();
    const record = audit('2018-02-01');
    register.take(record);
    expect(() => register.take(record)).toThrow('rectification.import-known');
  });
});

describe('reopening', () => {
  const reopening = {
    by: '王五',
    date: '2018-05-01',
    today: '2018-05-02',
    reason: '复发',
    recordedAt: taking.recordedAt,
  };

  it('makes a new case that names the old one', () => {
    const register = new Register();
    register.take(audit('2018-02-01'));
    register.close('2018-0001', '2018-03-01');
    const reopened = reopenCase(register.state, '2018-0001', reopening);
    if (!reopened.ok) throw new Error(reopened.because.key);
    register.write(reopened.entries);
    expect(register.state.cases.get(reopened.id)).toMatchObject({
      stage: 'registered',
      opened: { case: '2018-0004', reopens: { case: '2018-0001', reason: '复发' } },
    });
    expect(register.state.cases.get('2018-0001')?.stage).toBe('closed');
    expect(reopenCase(register.state, '2018-0001', reopening)).toMatchObject({
      ok: false,
      because: { key: 'rectification.reopen-known' },
    });
  });

  it.each([
    ['an open case', '2018-0002', 'rectification.reopen-open'],
    ['no case', '2018-0009', 'rectification.no-case'],
  ])('refuses %s', (_, id, key) => {
    const register = new Register();
    register.take(audit('2018-02-01'));
    expect(reopenCase(register.state, id, reopening)).toMatchObject({ ok: false, because: { key } });
  });
});
