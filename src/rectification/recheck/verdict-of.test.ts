import { describe, expect, it } from 'vitest';
import type { AuditRecord, Outcome } from '../../audit/index.ts';
import { sampleRecord } from '../../report/sample-record.test-data.ts';
import { verdictOf } from './verdict-of.ts';

const sample = sampleRecord();
const find = (id: string): Outcome => {
  const found = sample.outcomes.find((outcome) => outcome.id === id);
  if (found === undefined) throw new Error(`no outcome ${id}`);
  return found;
};
const setpoint = find('trip-setpoint-approved@SIF-101');
const missing = find('required-function-covered@U100·P03-C06');

const audited = (...outcomes: readonly Outcome[]): AuditRecord => ({ ...sample, outcomes });
const as = (outcome: Outcome, result: Outcome['result']): Outcome => ({ ...outcome, result, parts: [] });
/** A rule about a function that now covers the missing row. */
const companion = (result: Outcome['result'], weight: Outcome['weight'] = 'binding'): Outcome => ({
  ...as(setpoint, result),
  id: 'function-built@SIF-106',
  weight,
  subject: { kind: 'safety-function', id: 'SIF-106', name: 'x', unit: 'U100', rows: [missing.subject.id] },
});

describe('the verdict of a re-inspection', () => {
  it.each<[string, Outcome, AuditRecord, string]>([
    ['a pass', setpoint, audited(as(setpoint, 'pass')), 'rectified'],
    ['a fail', setpoint, audited(as(setpoint, 'fail')), 'not-rectified'],
    ['silence', setpoint, audited(as(setpoint, 'unknown')), 'unverifiable'],
    ['an error of ours', setpoint, audited(as(setpoint, 'error')), 'unverifiable'],
    ['a unit that is stopped', setpoint, audited(as(setpoint, 'notapplicable')), 'unverifiable'],
    ['no demand seen', setpoint, audited(as(setpoint, 'notchecked')), 'unverifiable'],
    ['a subject that nobody declares any more', setpoint, audited(), 'unverifiable'],
    [
      'a function declared and nothing more',
      missing,
      audited(as(missing, 'pass'), companion('unknown')),
      'unverifiable',
    ],
    ['a function declared and built wrong', missing, audited(as(missing, 'pass'), companion('fail')), 'not-rectified'],
    ['a function declared and built', missing, audited(as(missing, 'pass'), companion('pass')), 'rectified'],
    ['one whose action nobody saw', missing, audited(as(missing, 'pass'), companion('notchecked')), 'rectified'],
    ['advice beside it', missing, audited(as(missing, 'pass'), companion('fail', 'advisory')), 'rectified'],
  ])('%s', (_, before, record, verdict) => {
    expect(verdictOf(before, record).verdict).toBe(verdict);
  });

  it('is none of a re-inspection that was cut off', () => {
    const { end: _, ...cut } = audited(as(setpoint, 'pass'));
    expect(verdictOf(setpoint, cut).verdict).toBe('unverifiable');
  });
});
