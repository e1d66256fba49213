import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlant } from '../../plant/index.ts';
import type { Moment, Reading } from '../../protocols/index.ts';
import { LookMaker } from './look-maker.ts';

const loaded = loadPlant(fileURLToPath(new URL('../../../fixtures/plants/chlorination/plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the plant file has faults');
const { plant } = loaded;
const samplingMs = 100;

/** What a server reports of a switch that changes at `changes`, ms, asked every `everyMs`; its clock is ahead by `aheadMs`. */
function reported(
  changes: readonly number[],
  { everyMs, aheadMs, phaseMs }: { everyMs: number; aheadMs: number; phaseMs: number },
) {
  const stateAt = (ms: number) => changes.filter((change) => change <= ms).length % 2 === 1;
  const exchanges = new Map<number, Moment>();
  const moment = (ms: number): Moment => ({ utc: ms, monotonicMs: ms });
  const observations: Reading[] = [];
  let sampledMs = phaseMs;
  for (let round = 1; round <= 20; round += 1) {
    const sentMs = round * everyMs;
    const at = moment(sentMs + 15);
    exchanges.set(round, moment(sentMs));
    const common = {
      kind: 'reading',
      tag: 'FV-101.ZSC',
      type: 'bool',
      quality: 'good',
      raw: new Uint8Array(),
      at,
      exchange: round,
    } as const;
    for (; sampledMs <= sentMs + 5; sampledMs += samplingMs)
      if (stateAt(sampledMs) !== stateAt(sampledMs - samplingMs))
        observations.push({
          ...common,
          value: stateAt(sampledMs),
          sourceTime: sampledMs + aheadMs,
          sampledEveryMs: samplingMs,
        });
    observations.push({ ...common, value: stateAt(sampledMs - samplingMs), sampledEveryMs: samplingMs });
  }
  const ground = { plant, began: moment(0), sentAt: (exchange: number) => exchanges.get(exchange) };
  const maker = new LookMaker();
  return observations.flatMap((observation) => maker.take(observation, undefined, ground));
}

/** Between which looks each change lies. */
function spansOf(looks: ReturnType<typeof reported>) {
  return looks.flatMap((look, index) => {
    const before = looks[index - 1];
    if (before === undefined || !('value' in look) || !('value' in before) || look.value === before.value) return [];
    return [{ afterMs: before.sentMs, byMs: look.receivedMs }];
  });
}

describe('the times of a controller that samples by itself', () => {
  const ground = fc.record({
    everyMs: fc.integer({ min: 500, max: 3000 }),
    aheadMs: fc.integer({ min: -4e9, max: 4e9 }),
    phaseMs: fc.integer({ min: 0, max: samplingMs - 1 }),
    changes: fc.uniqueArray(fc.integer({ min: 8000, max: 30_000 }), { minLength: 1, maxLength: 12 }),
  });

  it('narrow a change down and keep the truth within, wherever its clock stands', () => {
    fc.assert(
      fc.property(ground, ({ changes, ...server }) => {
        // No faster than it samples, or nobody sees it.
        const truths = [...changes]
          .sort((a, b) => a - b)
          .filter((ms, index, all) => ms - (all[index - 1] ?? 0) > 2 * samplingMs);
        const seen = truths.filter((ms) => ms <= 20 * server.everyMs - samplingMs);
        const spans = spansOf(reported(seen, server));
        expect(spans).toHaveLength(seen.length);
        for (const [index, span] of spans.entries()) {
          expect(span.afterMs).toBeLessThanOrEqual(seen[index] ?? 0);
          expect(span.byMs).toBeGreaterThanOrEqual(seen[index] ?? 0);
          expect(span.byMs - span.afterMs).toBeLessThanOrEqual(server.everyMs + 15 + 2 * samplingMs);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('become finer than the rounds as samples come', () => {
    const changes = Array.from({ length: 20 }, (_, index) => 8000 + index * 1037);
    const spans = spansOf(reported(changes, { everyMs: 2000, aheadMs: 123_456, phaseMs: 40 }));
    const last = spans.at(-1);
    expect((last?.byMs ?? 0) - (last?.afterMs ?? 0)).toBeLessThan(1000);
  });
});
