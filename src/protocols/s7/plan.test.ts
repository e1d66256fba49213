import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRunBytes, planApart, planMerged, type Telegram } from './plan.ts';
import { readVarRequest } from './read-var.ts';
import type { Run } from './run.ts';

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
      'one block over a gap that may be bridged',
      [run(0, 0, 4), run(1, 5, 4)],
      { pduBytes: 240, gapBytes: 1 },
      [['1:0+9']],
    ],
    ['no gap that is too wide', [run(0, 0, 4), run(1, 6, 4)], { pduBytes: 240, gapBytes: 1 }, [['1:0+4', '1:6+4']]],
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
            const reply = telegram.reduce((bytes, { length }) => bytes + 4 + length + (length % 2), 14);
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
    );
  });
});
