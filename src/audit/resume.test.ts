import { describe, expect, it } from 'vitest';
import { sampleRecord } from '../report/sample-record.test-data.ts';
import type { AuditPlan } from './plan.ts';
import type { PlannedJudgement } from './planned-judgement.ts';
import type { AuditRecord } from './record.ts';
import { keptControllers, lastHeardMs } from './resume.ts';

const base = sampleRecord();
const now = Date.parse('2018-02-01T10:10:00+08:00');
const [rule] = base.outcomes;
if (rule === undefined) throw new Error('the sample has outcomes');

/** A judgement that rests on what these controllers say of themselves. */
function restingOn(...controllers: readonly string[]): PlannedJudgement {
  const needs = controllers.map((controller) => ({ kind: 'self-report', controller, part: 'identity' }) as const);
  const part = { name: 'x', needs, judge: () => ({ says: 'informational', because: { key: 'report.none' } }) as const };
  const bound = { rule: { id: 'r', check: { use: 'x' } }, pack: 'p', weight: 'house' };
  // Only needs and subject are looked at.
  return { bound, subject: { kind: 'enterprise' }, cut: () => ({ parts: [part] }) } as unknown as PlannedJudgement;
}

function planOf(...judgements: readonly PlannedJudgement[]): AuditPlan {
  return { judgements, window: { ms: 60_000, everyMs: 2000 }, points: new Map() };
}

/** Controllers that were read to the end, their last answer `agoMs` before now; SIS and GDS as the sample's plant has them. */
function recordOf(ages: Readonly<Record<string, number>>, rounds = 31): AuditRecord {
  const reading = base.observations.find(({ kind }) => kind === 'reading');
  const controller = base.controllers.find(({ fault }) => fault === undefined);
  if (reading === undefined || controller === undefined) throw new Error('the sample has a reading');
  const tagOf = (id: string) => [...base.plant.points.values()].find((point) => point.controller === id)?.tag ?? '';
  return {
    ...base,
    exchanges: [],
    controllers: Object.keys(ages).map((id) => ({
      ...controller,
      id,
      standby: [],
      sampling: { rounds, everyMs: 2000, longestMs: 2000 },
    })),
    observations: Object.entries(ages).map(([id, agoMs]) => ({
      ...reading,
      tag: tagOf(id),
      at: { utc: now - agoMs, monotonicMs: 0 },
    })),
  };
}

const kept = (record: AuditRecord, plan: AuditPlan) => [...keptControllers(record, plan, base.plant, now)].toSorted();

describe('what an audit that goes on need not read again', () => {
  it('is what was read to the end less than a window ago', () => {
    expect(kept(recordOf({ DCS: 30_000, SIS: 61_000 }), planOf())).toEqual(['DCS']);
    expect(kept(recordOf({ DCS: 60_000, SIS: 1000 }), planOf())).toEqual(['DCS', 'SIS']);
  });

  it('is nothing that was cut off in its window', () => {
    expect(kept(recordOf({ DCS: 1000 }, 30), planOf())).toEqual([]);
  });

  it('is nothing that is judged together with what must be read again, however far the chain of judgements reaches', () => {
    const record = recordOf({ DCS: 1000, SIS: 1000 });
    expect(kept(record, planOf(restingOn('DCS'), restingOn('SIS')))).toEqual(['DCS', 'SIS']);
    expect(kept(record, planOf(restingOn('DCS', 'GDS')))).toEqual(['SIS']);
    expect(kept(record, planOf(restingOn('SIS', 'DCS'), restingOn('DCS', 'GDS')))).toEqual([]);
  });

  it('is nothing that was silent', () => {
    const record = recordOf({ DCS: 1000 });
    const silent = record.controllers.map((each) => ({ ...each, fault: { kind: 'unreachable', code: 'x' } as const }));
    expect(kept({ ...record, controllers: silent }, planOf())).toEqual([]);
  });
});

describe('the end of an interrupted record', () => {
  it('is the last that was sent or heard, or its beginning', () => {
    expect(lastHeardMs(recordOf({ DCS: 5000, SIS: 9000 }))).toBe(now - 5000);
    expect(lastHeardMs({ ...base, exchanges: [], observations: [] })).toBe(Date.parse(base.header.startedAt));
  });
});
