import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { text } from '../messages/index.ts';
import { loadPlant } from '../plant/index.ts';
import type { Need } from '../rules/index.ts';
import type { RecordedObservation } from './record.ts';
import { type Vouched, vouch } from './vouch.ts';

const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;
const tag = 'T-1';

/** What comes of a need when the point was read at these times (s); a time in `bad` gave no usable value. */
function vouched(need: Need, seconds: readonly number[], bad: readonly number[] = []): Vouched {
  const observations = seconds.map(
    (at, index): RecordedObservation => ({
      kind: 'reading',
      tag,
      value: 100,
      type: 'float32',
      quality: bad.includes(at) ? 'bad' : 'good',
      raw: new Uint8Array(4),
      at: { utc: at * 1000, monotonicMs: at * 1000 },
      exchange: 1,
      evidence: index + 1,
      sample: index + 1,
    }),
  );
  const controller = {
    id: 'SIS',
    endpoint: '',
    evidence: 99,
    points: { asked: 1, read: 1 },
    durationMs: 0,
    standby: [],
  };
  const none = { connections: 1, requests: {}, bytesOut: 0, bytesIn: 0, peakPerSecond: 0, writes: 0 as const };
  const traffic = { controller: 'SIS', ...none };
  const observed = new Map([['SIS', { controller, traffic, observations: new Map([[tag, observations]]) }]]);
  return vouch([need], plant, observed, new Set());
}

function resolutionMs(result: Vouched): number | undefined {
  if (!result.ok) throw new Error(`missing: ${JSON.stringify(result.missing)}`);
  return result.inputs.resolutionMs(tag);
}

describe('the sampling that a part rests on', () => {
  const sampling = (result: Vouched, look: (inputs: Extract<Vouched, { ok: true }>['inputs']) => unknown) => {
    if (!result.ok) throw new Error(`missing: ${JSON.stringify(result.missing)}`);
    look(result.inputs);
    return result.inputs.sampling();
  };

  it('is told where the part looked at the course of a point, unusable readings left out', () => {
    const seen = vouched({ kind: 'reading', tag }, [0, 1, 2, 4, 5], [2]);
    expect(sampling(seen, (inputs) => inputs.readings(tag))).toEqual({ samples: 4, spanMs: 5000, longestMs: 3000 });
  });

  it('is not told where it looked at the last reading alone, or where there is only one', () => {
    expect(sampling(vouched({ kind: 'reading', tag }, [0, 1, 2]), (inputs) => inputs.reading(tag))).toBeUndefined();
    expect(sampling(vouched({ kind: 'reading', tag }, [7]), (inputs) => inputs.readings(tag))).toBeUndefined();
  });
});

describe('the resolution of a point', () => {
  it('is the longest time between two usable readings in a row', () => {
    expect(resolutionMs(vouched({ kind: 'series', tag, spanMs: 4000 }, [0, 1, 3, 4]))).toBe(2000);
    expect(resolutionMs(vouched({ kind: 'reading', tag }, [0, 1, 3, 4]))).toBe(2000);
  });

  it('is coarser where a reading in between could not be used', () => {
    expect(resolutionMs(vouched({ kind: 'series', tag, spanMs: 4000 }, [0, 1, 2, 3, 4], [1, 2]))).toBe(3000);
  });

  it('is not known after a single reading', () => {
    expect(resolutionMs(vouched({ kind: 'reading', tag }, [7]))).toBeUndefined();
  });

  it('is for points alone that a part named', () => {
    const result = vouched({ kind: 'reading', tag }, [7]);
    if (!result.ok) throw new Error('missing');
    expect(() => result.inputs.resolutionMs('T-2')).toThrow('T-2');
  });
});

describe('the stand-by of a redundant controller', () => {
  const identity = { model: 'somebody else' };
  const self = { endpoint: 's7://a', identity, runState: 'run' as const, exchanges: [] };
  const controller = {
    id: 'SIS',
    endpoint: 's7://a',
    evidence: 99,
    self,
    points: { asked: 0, read: 0 },
    durationMs: 0,
    standby: [{ endpoint: 's7://b', self }],
  };
  const none = { connections: 1, requests: {}, bytesOut: 0, bytesIn: 0, peakPerSecond: 0, writes: 0 as const };
  const observed = new Map([['SIS', { controller, traffic: { controller: 'SIS', ...none }, observations: new Map() }]]);
  const need: Need = { kind: 'standby', controller: 'SIS' };

  it('is told where the one in charge is the declared one', () => {
    expect(vouch([need], plant, observed, new Set())).toMatchObject({ ok: true });
  });

  it('is not known where nobody knows whose stand-by it is', () => {
    expect(vouch([need], plant, observed, new Set(['SIS']))).toMatchObject({
      ok: false,
      missing: [{ of: 'SIS', why: text('audit.unattributable', { controller: 'SIS' }) }],
    });
  });
});

describe('a series that a rule needs', () => {
  it('is missing where it is shorter than the rule needs', () => {
    expect(vouched({ kind: 'series', tag, spanMs: 10_000 }, [0, 1, 2])).toMatchObject({
      ok: false,
      missing: [{ of: tag, why: text('audit.window-too-short', { tag, had: 2, needs: 10 }) }],
    });
  });

  it('is missing where a gap is longer than twice the interval that the rule needs', () => {
    const need: Need = { kind: 'series', tag, spanMs: 4000, everyMs: 500 };
    expect(vouched(need, [0, 0.5, 1, 2, 3, 4])).toMatchObject({ ok: true });
    expect(vouched(need, [0, 0.5, 1, 2.1, 3, 4])).toMatchObject({
      ok: false,
      missing: [{ of: tag, why: text('audit.sampled-too-seldom', { tag, had: 1.1, needs: 0.5 }) }],
    });
  });
});
