import { describe, expect, it } from 'vitest';
import { deadlineIn } from './deadline.ts';
import { Pace } from './pace.ts';

describe('the pace of requests', () => {
  it('goes at once before the first request', async () => {
    expect(await new Pace(60_000, new AbortController().signal).turn(deadlineIn(100))).toBe('go');
  });

  it('keeps the whole gap after the end of a request', async () => {
    const pace = new Pace(40, new AbortController().signal);
    pace.ended();
    const endedMs = performance.now();
    expect(await pace.turn(deadlineIn(5000))).toBe('go');
    expect(performance.now() - endedMs).toBeGreaterThanOrEqual(40);
  });

  it('keeps the gap between two starts, too, where several may be in flight', async () => {
    const pace = new Pace(40, new AbortController().signal);
    const startedMs = performance.now();
    const turns = await Promise.all([0, 1, 2].map(() => pace.turn(deadlineIn(5000))));
    expect(turns).toEqual(['go', 'go', 'go']);
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(80);
  });

  it('waits longer as soon as it is slowed down', async () => {
    let factor = 1;
    const pace = new Pace(30, new AbortController().signal, () => factor);
    factor = 2;
    pace.ended();
    const endedMs = performance.now();
    await pace.turn(deadlineIn(5000));
    expect(performance.now() - endedMs).toBeGreaterThanOrEqual(60);
  });

  it('is late at once when the turn would come after the deadline', async () => {
    const pace = new Pace(60_000, new AbortController().signal);
    pace.ended();
    expect(await pace.turn(deadlineIn(1000))).toBe('late');
    expect(await new Pace(0, new AbortController().signal).turn(deadlineIn(0))).toBe('late');
  });

  it('stops waiting when the operator stops the run', async () => {
    const stop = new AbortController();
    const pace = new Pace(60_000, stop.signal);
    pace.ended();
    const turn = pace.turn(deadlineIn(120_000));
    stop.abort();
    expect(await turn).toBe('stopped');
  });
});
