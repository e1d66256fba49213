import { describe, expect, it } from 'vitest';
import type { AuditRecord, RecordedObservation } from '../audit/index.ts';
import type { Fault } from '../protocols/index.ts';
import { sampleRecord } from './sample-record.test-data.ts';
import { settling } from './settling.ts';

const record = sampleRecord();

function withFault(fault: Fault): AuditRecord {
  return { ...record, controllers: record.controllers.map((it) => (it.id === 'GDS' ? { ...it, fault } : it)) };
}

function withLast(changes: { readonly fault: Fault } | { readonly quality: 'bad' | 'good' }): AuditRecord {
  const base = { tag: 'TZT-101A', at: { utc: 0, monotonicMs: 0 }, evidence: 999, sample: 9 };
  const last: RecordedObservation =
    'fault' in changes
      ? { ...base, kind: 'silence', fault: changes.fault }
      : { ...base, kind: 'reading', value: 1, type: 'float32', raw: new Uint8Array(), exchange: 1, ...changes };
  return { ...record, observations: [...record.observations, last] };
}

const mute: AuditRecord = {
  ...record,
  controllers: record.controllers.map((it) => {
    const fault = { kind: 'timeout', during: 'read', afterMs: 2000 } as const;
    return it.self === undefined ? it : { ...it, self: { ...it.self, identity: { fault } } };
  }),
};
const protocolWord = { code: 2, name: 'x' };

describe('what would settle a doubt', () => {
  it.each([
    ['a silent controller', 'GT-101', record, 'report.settle-reach'],
    ['a controller that refuses', 'GT-101', withFault({ kind: 'refused', ...protocolWord }), 'report.settle-access'],
    ['a controller that was given up', 'GDS', withFault({ kind: 'stopped', by: 'budget' }), 'report.settle-again'],
    [
      'a wrong address',
      'TZT-101A',
      withLast({ fault: { kind: 'no-such-address', ...protocolWord } }),
      'report.settle-address',
    ],
    [
      'a closed point',
      'TZT-101A',
      withLast({ fault: { kind: 'access-denied', ...protocolWord } }),
      'report.settle-access',
    ],
    [
      'a point that timed out',
      'TZT-101A',
      withLast({ fault: { kind: 'timeout', during: 'read', afterMs: 1 } }),
      'report.settle-again',
    ],
    ['bad quality', 'TZT-101A', withLast({ quality: 'bad' }), 'report.settle-quality'],
    ['a good reading of the wrong kind', 'TZT-101A', withLast({ quality: 'good' }), 'report.settle-signal'],
    ['a point that was never asked', 'TZT-101A', { ...record, observations: [] }, 'report.settle-again'],
    ['a controller that does not serve its state', 'SIS', record, 'report.settle-self'],
    ['a controller that took the connection and said nothing', 'SIS', mute, 'report.settle-again'],
    ['the state of a unit', 'U100', record, 'report.settle-unit-state'],
    ['something that was not declared', 'nobody', record, 'report.settle-declare'],
  ])('%s', (_, of, in_, key) => {
    expect(settling(of, in_).key).toBe(key);
  });
});
