import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant } from '../plant/index.ts';
import type { Fault, PointAccess, PointHistory, Value } from '../protocols/index.ts';
import { unanswered } from './look-behind.ts';
import type { RecordedObservation } from './record.ts';
import type { Observed } from './vouch.ts';
import { vouch } from './vouch.ts';

const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;
const [point] = plant.points.values();
if (point === undefined) throw new Error('the case plant has no points');
const { tag, controller } = point;
const timeout: Fault = { kind: 'timeout', during: 'read', afterMs: 2000 };

function seen(
  access: readonly PointAccess[],
  history: readonly (PointHistory & { readonly days: number })[],
): Observed {
  const record = {
    id: controller,
    endpoint: '',
    evidence: 7,
    points: { asked: 0, read: 0 },
    durationMs: 0,
    standby: [],
    access,
    history,
  };
  const traffic = {
    controller,
    connections: 1,
    requests: {},
    bytesOut: 0,
    bytesIn: 0,
    peakPerSecond: 0,
    writes: 0,
  } as const;
  return new Map([[controller, { controller: record, traffic, observations: new Map() }]]);
}

const days30 = { kind: 'history', tag, days: 30 } as const;
const access = { kind: 'access', tag } as const;

describe('what stands behind a value', () => {
  it('is given where the controller said it, with its entry as evidence', () => {
    const observed = seen(
      [{ tag, writable: true, exchange: 3 }],
      [
        { tag, days: 30, from: 1000, oldest: 1001, exchange: 4 },
        { tag, days: 7, from: 2000, oldest: 1001, exchange: 5 },
      ],
    );
    const vouched = vouch([access, days30], plant, observed, new Set());
    if (!vouched.ok) throw new Error('not vouched for');
    expect(vouched.inputs.writable(tag)).toBe(true);
    expect(vouched.inputs.recordReach(tag)).toEqual({ reachesBack: false, oldestAtMs: 1001 });
    expect(vouched.evidence).toEqual([7, 7]);
    const week = vouch([{ ...days30, days: 7 }], plant, observed, new Set());
    if (!week.ok) throw new Error('not vouched for');
    expect(week.inputs.recordReach(tag).reachesBack).toBe(true);
    expect(() => week.inputs.writable(tag)).toThrow('did not name');
  });

  it.each<[string, Observed, string]>([
    ['never asked', seen([], []), 'audit.never-read'],
    ['not answered', seen([{ tag, fault: timeout }], [{ tag, days: 30, fault: timeout }]), 'protocols.'],
    [
      'not served',
      seen(
        [{ tag, fault: { kind: 'not-served', code: 1, name: 'X' } }],
        [{ tag, days: 30, fault: { kind: 'not-served', code: 1, name: 'X' } }],
      ),
      'protocols.',
    ],
    ['asked for other days', seen([], [{ tag, days: 31, from: 1, oldest: 0, exchange: 1 }]), 'audit.never-read'],
    ['a controller that was never seen', new Map(), 'audit.never-read'],
  ])('is missing where it was %s', (_, observed, key) => {
    for (const need of [access, days30]) {
      const vouched = vouch([need], plant, observed, new Set());
      expect(vouched).toMatchObject({ ok: false, missing: [{ of: tag }] });
      expect(vouched.ok ? '' : vouched.missing[0]?.why.key).toContain(key);
    }
  });

  it('is missing where history is kept and holds nothing, and where the controller is another one', () => {
    const empty = seen([{ tag, writable: false, exchange: 1 }], [{ tag, days: 30, from: 1000, exchange: 4 }]);
    expect(vouch([days30], plant, empty, new Set())).toMatchObject({ missing: [{ why: { key: 'audit.no-records' } }] });
    expect(vouch([access], plant, empty, new Set([controller]))).toMatchObject({
      missing: [{ why: { key: 'audit.unattributable' } }],
    });
  });

  it('has the reason of the controller at every point where nobody could be asked', () => {
    const address = { tag, address: point.address, type: point.type };
    const nothing = { access: [], history: [] };
    expect(unanswered({ access: [address], history: [{ days: 30, points: [address] }] }, timeout)).toEqual({
      access: [{ tag, fault: timeout }],
      history: [{ tag, fault: timeout, days: 30 }],
    });
    expect(unanswered(nothing, timeout)).toEqual({});
  });
});

describe('what was recorded before the window', () => {
  const minute = 60_000;
  const begun = 100 * minute;
  /** One sight at the beginning of the window, and what the controller recorded, newest first, by a clock that is ahead. */
  function recorded(records: readonly (readonly [minutesBefore: number, value: Value])[], aheadMs = 0): Observed {
    const before = seen([], []).get(controller);
    if (before === undefined) throw new Error('no controller');
    const past = [
      {
        tag,
        exchange: 3,
        records: records.map(([minutes, value]) => ({ value, at: begun - minutes * minute + aheadMs })),
      },
    ];
    const first: RecordedObservation = {
      kind: 'silence',
      tag,
      fault: timeout,
      at: { utc: begun, monotonicMs: 0 },
      evidence: 1,
      sample: 1,
    };
    const record = { ...before.controller, past, clockOffsetMs: aheadMs };
    return new Map([[controller, { ...before, controller: record, observations: new Map([[tag, [first]]]) }]]);
  }
  const pastIn = (observed: Observed, unattributable = new Set<string>()) => {
    const vouched = vouch([{ kind: 'past', tag }], plant, observed, unattributable);
    if (!vouched.ok) throw new Error('a need that is never missing');
    return { samples: vouched.inputs.past(tag).map(({ value, atMs }) => [value, (begun - atMs) / minute]), ...vouched };
  };

  it('is given oldest first, by our clock, with the entry of its controller as evidence', () => {
    const { samples, evidence } = pastIn(
      recorded(
        [
          [5, true],
          [10, true],
          [20, false],
        ],
        480 * minute,
      ),
    );
    expect(samples).toEqual([
      [false, 20],
      [true, 10],
      [true, 5],
    ]);
    expect(evidence).toEqual([7]);
  });

  it('ends before a value that is neither on nor off, and leaves out what was recorded in the window', () => {
    expect(
      pastIn(
        recorded([
          [-1, 1],
          [5, 1],
          [10, 7],
          [20, 0],
        ]),
      ).samples,
    ).toEqual([[1, 5]]);
  });

  it('is nothing, and no doubt, where the controller is another one or keeps no records', () => {
    expect(pastIn(recorded([[5, true]]), new Set([controller])).samples).toEqual([]);
    expect(pastIn(seen([], [])).samples).toEqual([]);
    expect(pastIn(new Map()).samples).toEqual([]);
  });
});
