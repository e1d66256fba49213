import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation, Reading } from '../protocols/index.ts';
import { Sampler } from './sampler.ts';
import { MemoryLog } from './store/index.ts';
import { readSamples } from './store/read-samples.ts';

const at = (second: number) => ({ utc: 1_000_000 + second * 1000, monotonicMs: second * 1000 });

function reading(tag: string, value: number | boolean, round: number, of: Partial<Reading> = {}): Reading {
  const base = { kind: 'reading', tag, value, type: 'float32', quality: 'good' } as const;
  return { ...base, raw: Uint8Array.of(Number(value) & 255), at: at(round), exchange: 100 + round, ...of };
}

function silence(tag: string, code: string, round: number): Observation {
  return { kind: 'silence', tag, fault: { kind: 'unreachable', code }, at: at(round) };
}

/** Takes rounds one second apart and gives what was written. */
function sampled(...rounds: readonly (readonly Observation[])[]) {
  const log = new MemoryLog();
  const sampler = new Sampler('SIS', log);
  for (const [index, observations] of rounds.entries()) sampler.take(observations, index + 1, index * 1000);
  return { log, sampler, kinds: log.entries.map(({ kind }) => kind) };
}

describe('what is written of a window', () => {
  it('is a point whole when it is first seen or changed, and a run of numbers for a whole round that stayed the same', () => {
    const { log, kinds } = sampled(
      ...[1, 2, 3].map((round) =>
        ['A', 'B', 'C'].map((tag) => reading(tag, tag === 'B' && round === 3 ? 8 : 7, round)),
      ),
    );
    expect(kinds).toEqual(['observation', 'observation', 'observation', 'confirmation', 'observation', 'confirmation']);
    expect(JSON.parse(log.entries[3]?.body ?? '')).toEqual({
      controller: 'SIS',
      sample: 2,
      seen: [{ at: at(2), exchange: 102, of: [[1, 3]] }],
    });
    expect(JSON.parse(log.entries[5]?.body ?? '')).toEqual({
      controller: 'SIS',
      sample: 3,
      seen: [{ at: at(3), exchange: 103, of: [1, 3] }],
    });
  });

  it.each<[string, Observation, Observation]>([
    ['another value', reading('A', 1, 1), reading('A', 2, 2)],
    ['another quality', reading('A', 1, 1), reading('A', 1, 2, { quality: 'uncertain' })],
    ['another status', reading('A', 1, 1), reading('A', 1, 2, { status: { code: 0x80000000, name: 'Bad' } })],
    ['other bytes', reading('A', Number.NaN, 1), reading('A', Number.NaN, 2, { raw: Uint8Array.of(1) })],
    ['minus zero', reading('A', 0, 1), reading('A', -0, 2)],
    ['silence', reading('A', 1, 1), silence('A', 'ECONNRESET', 2)],
    ['another silence', silence('A', 'ECONNRESET', 1), silence('A', 'EOF', 2)],
  ])('has an entry for %s', (_, first, second) => {
    expect(sampled([first], [second]).kinds).toEqual(['observation', 'observation']);
  });

  it.each<[string, Observation, Observation]>([
    ['NaN', reading('A', Number.NaN, 1), reading('A', Number.NaN, 2)],
    ['the same silence', silence('A', 'EOF', 1), silence('A', 'EOF', 2)],
    [
      'bytes that only hold another time',
      reading('A', 1, 1, { serverTime: 5, raw: Uint8Array.of(5) }),
      reading('A', 1, 2, { serverTime: 6, raw: Uint8Array.of(6) }),
    ],
  ])('only confirms %s', (_, first, second) => {
    expect(sampled([first], [second]).kinds).toEqual(['observation', 'confirmation']);
  });
});

describe('the series of a point', () => {
  it('holds every sample at the times at which it was seen', () => {
    const { sampler } = sampled(
      [reading('A', 1, 1, { serverTime: 10, sourceTime: 5 })],
      [reading('A', 1, 2, { serverTime: 20, sourceTime: 5 })],
      [reading('A', 2, 3, { serverTime: 30, sourceTime: 29 })],
      [reading('A', 2, 4, { serverTime: 40 })],
    );
    const series = sampler.series.get('A');
    expect([...(series ?? [])]).toMatchObject([
      { value: 1, at: at(1), serverTime: 10, sourceTime: 5, evidence: 1 },
      { value: 1, at: at(2), serverTime: 20, sourceTime: 5, evidence: 1, confirmation: 2 },
      { value: 2, at: at(3), serverTime: 30, sourceTime: 29, evidence: 3 },
      { value: 2, at: at(4), serverTime: 40, evidence: 3, confirmation: 4 },
    ]);
    // What the last reply did not say is not taken over from an earlier one.
    expect(series?.at(-1)).not.toHaveProperty('sourceTime');
    expect(series?.at(0)).toEqual([...(series ?? [])][0]);
    expect(series?.length).toBe(4);
    expect(series?.at(4)).toBeUndefined();
    expect(series?.at(-5)).toBeUndefined();
  });

  it('comes back from the evidence as it was seen, whatever was seen', () => {
    const said = fc.constantFrom(0, -0, 1, Number.NaN, 'EOF', 'ECONNRESET');
    const window = fc.array(fc.array(said, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(window, (rounds) => {
        const seen = rounds.map((values, index) =>
          values.map((value, of) =>
            typeof value === 'string'
              ? silence(`P${of}`, value, index + 1)
              : reading(`P${of}`, value, index + 1, { serverTime: 7 * index }),
          ),
        );
        const { log, sampler } = sampled(...seen);
        const samples = readSamples(log.entries);
        for (const tag of ['P0', 'P1', 'P2']) {
          const own = seen.flat().filter((each) => each.tag === tag);
          const back = samples.filter((each) => each.tag === tag);
          expect(back).toEqual([...(sampler.series.get(tag) ?? [])]);
          expect(back.map(({ evidence: _, confirmation: __, sample: ___, ...rest }) => rest)).toEqual(own);
          expect(back.map(({ sample }) => sample)).toEqual(rounds.map((_, index) => index + 1));
        }
      }),
    );
  });
});

describe('sampling', () => {
  it('knows the interval that was asked for and the longest that came of it', () => {
    const sampler = new Sampler('SIS', new MemoryLog());
    expect(sampler.sampling(500)).toBeUndefined();
    for (const [index, atMs] of [0, 510, 990, 2100].entries()) sampler.take([reading('A', 1, 1)], index + 1, atMs);
    expect(sampler.sampling(500)).toEqual({ rounds: 4, everyMs: 500, longestMs: 1110 });
  });
});

describe('a silent controller', () => {
  it('is one of which nothing was ever read, not one that fell silent', () => {
    const fault = { kind: 'unreachable', code: 'EOF' };
    expect(sampled([silence('A', 'EOF', 1)]).sampler).toMatchObject({ isSilent: true, silence: fault });
    const fell = sampled([reading('A', 1, 1)], [silence('A', 'EOF', 2)]).sampler;
    expect(fell.isSilent).toBe(false);
    expect(fell.silence).toBeUndefined();
    expect(sampled([]).sampler.silence).toBeUndefined();
  });
});
