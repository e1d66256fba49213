import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastTelegrams } from './fewest-telegrams.ts';
import { planApart, planMerged } from './plan.ts';
import { readVarRequest } from './read-var.ts';
import type { Run } from './run.ts';
import { longestRunBytes, type Telegram } from './telegram.ts';

const run = (index: number, start: number, length: number, db = 1): Run => ({
  index,
  type: 'uint8',
  bit: 0,
  area: 'DB',
  db,
  start,
  length,
});
const shape = (telegrams: readonly Telegram[]) =>
  telegrams.map((telegram) => telegram.map(({ db, start, length }) => `${db}:${start}+${length}`));

describe('a plan', () => {
  const limits = { pduBytes: 240, gapBytes: 0 };

  it.each<[string, readonly Run[], typeof limits, readonly (readonly string[])[]]>([
    ['nothing for nothing', [], limits, []],
    ['one block of neighbours', [run(0, 4, 4), run(1, 0, 4), run(2, 8, 1)], limits, [['1:0+9']]],
    ['one block of what overlaps', [run(0, 0, 4), run(1, 2, 4), run(2, 3, 1)], limits, [['1:0+6']]],
    ['one block of bits of one byte', [run(0, 4, 1), run(1, 4, 1)], limits, [['1:4+1']]],
    ['two items with a gap between them', [run(0, 0, 4), run(1, 5, 4)], limits, [['1:0+4', '1:5+4']]],
    [
      'no bridge over a gap where two items are no more requests than one',
      [run(0, 0, 4), run(1, 5, 4)],
      { pduBytes: 240, gapBytes: 1 },
      [['1:0+4', '1:5+4']],
    ],
    [
      'a bridge that saves a request',
      [run(0, 0, 110), run(1, 112, 110)],
      { pduBytes: 240, gapBytes: 2 },
      [['1:0+222']],
    ],
    [
      'no bridge over a gap that is too wide',
      [run(0, 0, 110), run(1, 112, 110)],
      { pduBytes: 240, gapBytes: 1 },
      [['1:0+110'], ['1:112+110']],
    ],
    [
      'values that are not neighbours in one telegram, where that saves one',
      [run(0, 0, 150), run(1, 200, 150), run(2, 400, 60), run(3, 500, 60)],
      limits,
      [
        ['1:0+150', '1:400+60'],
        ['1:200+150', '1:500+60'],
      ],
    ],
    ['no block over two data blocks', [run(0, 0, 4), run(1, 4, 4, 2)], limits, [['1:0+4', '2:4+4']]],
    ['a block as long as one reply', [run(0, 0, 218), run(1, 218, 4)], limits, [['1:0+222']]],
    ['two for one byte more', [run(0, 0, 218), run(1, 218, 5)], limits, [['1:0+218'], ['1:218+5']]],
  ])('%s', (_, runs, its, expected) => {
    expect(shape(planMerged(runs, its))).toEqual(expected);
  });

  it('asks for no more than 20 items at once', () => {
    const runs = Array.from({ length: 41 }, (_, index) => run(index, index * 10, 1));
    expect(planMerged(runs, { pduBytes: 960, gapBytes: 0 }).map(({ length }) => length)).toEqual([20, 20, 1]);
  });

  it('asks for every run by itself when told to keep them apart', () => {
    expect(shape(planApart([run(0, 4, 1), run(1, 4, 1), run(2, 5, 2)], limits))).toEqual([['1:4+1', '1:4+1', '1:5+2']]);
  });

  it('reads 5000 dense values in 20 telegrams of 960 bytes', () => {
    const runs = Array.from({ length: 5000 }, (_, index) => {
      const record = Math.floor(index / 3);
      const [offset = 0, length = 0] =
        [
          [0, 4],
          [4, 2],
          [6, 1],
        ][index % 3] ?? [];
      return run(index, Math.floor(record / 10) * 10 + offset, length, (record % 10) + 1);
    });
    expect(planMerged(runs, { pduBytes: 960, gapBytes: 3 }).length).toBeLessThanOrEqual(20);
  });

  it('reads 5000 values that lie side by side in as few telegrams of 960 bytes as their bytes need', () => {
    const runs = Array.from({ length: 5000 }, (_, index) =>
      run(index, Math.floor(index / 4) * 8 + ([0, 4, 6, 7][index % 4] ?? 0), [4, 2, 1, 1][index % 4] ?? 0),
    );
    expect(planMerged(runs, { pduBytes: 960, gapBytes: 0 })).toHaveLength(Math.ceil(10_000 / 936));
  });

  it('asks as often as the best of all plans on small scattered maps', () => {
    const place = fc.record({
      db: fc.integer({ min: 1, max: 2 }),
      start: fc.integer({ min: 0, max: 300 }),
      length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 9, max: 46 })),
    });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 64, max: 120 }),
        fc.integer({ min: 0, max: 30 }),
        (places, pduBytes, gapBytes) => {
          const runs = places.map(({ start, length, db }, index) => run(index, start, length, db));
          const its = { pduBytes, gapBytes };
          expect(planMerged(runs, its).length).toBeLessThanOrEqual(1.05 * fewestOfAll(runs, its));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('asks at most 5 % more often than no plan can undercut, on maps of hundreds of values side by side and apart', () => {
    const map = fc.record({
      pduBytes: fc.constantFrom(240, 480, 960),
      gapBytes: fc.integer({ min: 0, max: 19 }),
      widestHole: fc.constantFrom(0, 2, 20, 200),
      values: fc.array(
        fc.record({
          db: fc.integer({ min: 1, max: 4 }),
          length: fc.oneof(fc.constantFrom(1, 2, 4, 8), fc.integer({ min: 1, max: 60 })),
          hole: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { minLength: 13, maxLength: 400, size: 'max' },
      ),
    });
    fc.assert(
      fc.property(map, ({ pduBytes, gapBytes, widestHole, values }) => {
        const ends = new Map<number, number>();
        const runs = values.map(({ db, length, hole }, index) => {
          const start = (ends.get(db) ?? 0) + Math.max(0, Math.round((2 * hole - 1) * widestHole));
          ends.set(db, start + length);
          return run(index, start, length, db);
        });
        const inOrder = runs.toSorted((a, b) => a.db - b.db || a.start - b.start);
        const least = leastTelegrams(inOrder, { pduBytes, gapBytes });
        expect(planMerged(runs, { pduBytes, gapBytes }).length).toBeLessThanOrEqual(Math.ceil(1.05 * least));
      }),
      { numRuns: 150, seed: 1973 },
    );
  });

  it('has a lower bound that no plan undercuts, on small maps that are searched to the end', () => {
    const place = fc.record({
      db: fc.integer({ min: 1, max: 2 }),
      start: fc.integer({ min: 0, max: 300 }),
      length: fc.integer({ min: 1, max: 46 }),
    });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 64, max: 120 }),
        fc.integer({ min: 0, max: 30 }),
        (places, pduBytes, gapBytes) => {
          const runs = places.map(({ start, length, db }, index) => run(index, start, length, db));
          const inOrder = runs.toSorted((a, b) => a.db - b.db || a.start - b.start || b.length - a.length);
          const outermost = inOrder.filter(
            (each, at) =>
              !inOrder.some(
                (other, before) =>
                  before < at && other.db === each.db && other.start + other.length >= each.start + each.length,
              ),
          );
          const its = { pduBytes, gapBytes };
          expect(leastTelegrams(outermost, its)).toBeLessThanOrEqual(fewestOfAll(runs, its));
        },
      ),
      { numRuns: 300 },
    );
  });

  const anyRuns = fc
    .array(
      fc.record({
        area: fc.constantFrom('DB' as const, 'M' as const, 'I' as const),
        db: fc.integer({ min: 1, max: 3 }),
        start: fc.integer({ min: 0, max: 700 }),
        length: fc.integer({ min: 1, max: 46 }),
      }),
      { maxLength: 120 },
    )
    .map((places): readonly Run[] => places.map((place, index) => ({ ...place, index, type: 'uint8', bit: 0 })));

  it.each([
    ['merged', planMerged],
    ['apart', planApart],
  ])('%s: never splits a value, never forgets one, never exceeds a limit', (_, plan) => {
    fc.assert(
      fc.property(
        anyRuns,
        fc.integer({ min: 64, max: 960 }),
        fc.integer({ min: 0, max: 8 }),
        (runs, pduBytes, gapBytes) => {
          const telegrams = plan(runs, { pduBytes, gapBytes });
          const planned = telegrams.flatMap((telegram) => telegram.flatMap((block) => block.runs));
          expect(planned.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(runs.map(({ index }) => index));
          for (const telegram of telegrams) {
            expect(telegram.length).toBeLessThanOrEqual(20);
            // Behind TPKT and COTP head.
            expect(readVarRequest(1, telegram).length - 7).toBeLessThanOrEqual(pduBytes);
            const filled = telegram.reduce((bytes, { length }) => bytes + 4 + length + (length % 2), 14);
            // No fill byte behind the last item: one that is as long as an odd PDU allows stands alone.
            const reply = filled - ((telegram.at(-1)?.length ?? 0) % 2);
            expect(reply).toBeLessThanOrEqual(pduBytes);
            for (const block of telegram) {
              expect(block.length).toBeLessThanOrEqual(longestRunBytes(pduBytes));
              for (const { area, db, start, length } of block.runs) {
                expect([area, db]).toEqual([block.area, block.db]);
                expect(start).toBeGreaterThanOrEqual(block.start);
                expect(start + length).toBeLessThanOrEqual(block.start + block.length);
              }
            }
          }
        },
      ),
      // One item as long as an odd PDU allows, over a gap.
      { examples: [[[run(0, 691, 1), run(1, 696, 44)], 67, 4]] },
    );
  });
});

/** Every way to share the runs out to telegrams, and every way to make blocks of those that share one. */
function fewestOfAll(runs: readonly Run[], { pduBytes, gapBytes }: { pduBytes: number; gapBytes: number }): number {
  let best = Number.POSITIVE_INFINITY;
  const walk = (rest: readonly Run[], groups: readonly (readonly Run[])[]): void => {
    const [next, ...others] = rest;
    if (next === undefined) {
      if (groups.length < best && groups.every((group) => groupings(group).some(fits))) best = groups.length;
      return;
    }
    for (const [at, group] of groups.entries()) walk(others, groups.with(at, [...group, next]));
    walk(others, [...groups, [next]]);
  };
  const fits = (blocks: readonly (readonly Run[])[]): boolean => {
    const lengths = blocks.map(lengthOf);
    const reply = lengths.reduce((sum, length) => sum + 4 + length + (length % 2), 14);
    const isBlock = blocks.every((block, at) => widestGap(block) <= gapBytes && (lengths[at] ?? 0) <= pduBytes - 18);
    return isBlock && 12 + 12 * blocks.length <= pduBytes && reply <= pduBytes && blocks.length <= 20;
  };
  walk(runs, []);
  return best;
}

/** Every way to part these runs. */
function groupings(runs: readonly Run[]): readonly (readonly (readonly Run[])[])[] {
  const [first, ...others] = runs;
  if (first === undefined) return [[]];
  return groupings(others).flatMap((groups) => [
    [[first], ...groups],
    ...groups.map((group, at) => groups.with(at, [first, ...group])),
  ]);
}

function lengthOf(block: readonly Run[]): number {
  const ends = block.map(({ start, length }) => start + length);
  return Math.max(...ends) - Math.min(...block.map(({ start }) => start));
}

function widestGap(block: readonly Run[]): number {
  if (new Set(block.map(({ db }) => db)).size > 1) return Number.POSITIVE_INFINITY;
  let [end, widest] = [-1, 0];
  for (const { start, length } of block.toSorted((a, b) => a.start - b.start)) {
    if (end >= 0) widest = Math.max(widest, start - end);
    end = Math.max(end, start + length);
  }
  return widest;
}
