import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointAddress } from '../address.ts';
import { dataTypes } from '../data-type.ts';
import { bisect } from './bisect.ts';
import { type Block, blockOf, planBlocks } from './plan.ts';
import { type Slot, slotsOf } from './slot.ts';
import { type Table, tables } from './table.ts';

const point = (table: Table, offset: number, type: PointAddress['type'], more: object = {}): PointAddress => ({
  tag: `${table} ${offset}`,
  address: { protocol: 'modbus', table, offset },
  type,
  ...more,
});
const plan = (points: readonly PointAddress[], gap?: number) => planBlocks(slotsOf(points).slots, gap);
const words = ({ table, offset, count }: Block) => `${table} ${offset}+${count}`;

describe('planning requests', () => {
  it('merges neighbours of one table, in whatever order they were asked', () => {
    const points = [point('holding', 4, 'float32'), point('holding', 0, 'float64'), point('input', 6, 'int16')];
    expect(plan(points).map(words)).toEqual(['holding 0+6', 'input 6+1']);
  });

  it('asks for nothing between points unless a gap is allowed', () => {
    const points = [point('holding', 0, 'int16'), point('holding', 3, 'int16')];
    expect(plan(points).map(words)).toEqual(['holding 0+1', 'holding 3+1']);
    expect(plan(points, 1).map(words)).toEqual(['holding 0+1', 'holding 3+1']);
    expect(plan(points, 2).map(words)).toEqual(['holding 0+4']);
  });

  it('bridges a gap only where that saves a request', () => {
    const run = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => point('holding', from + index, 'uint16'));
    const points = [...run(0, 100), ...run(102, 100)];
    expect(plan(points, 2).map(words)).toEqual(['holding 0+100', 'holding 102+100']);
    expect(plan([...points, ...run(204, 20)], 2).map(words)).toEqual(['holding 0+100', 'holding 102+122']);
  });

  it('asks as often as the best of all plans, and for no more items, on small scattered maps', () => {
    const small = fc
      .record({
        offset: fc.integer({ min: 0, max: 400 }),
        type: fc.constantFrom('int16' as const, 'float32' as const, 'float64' as const, 'string' as const),
        length: fc.integer({ min: 20, max: 200 }),
      })
      .map(({ offset, type, length }) => point('holding', offset, type, { length }));
    fc.assert(
      fc.property(
        fc.array(small, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 0, max: 60 }),
        (points, bridge) => {
          const { slots } = slotsOf(points);
          const blocks = planBlocks(slots, bridge);
          const best = bestOfAll(slots, bridge);
          expect(blocks.length).toBeLessThanOrEqual(1.05 * best.requests);
          expect({ requests: blocks.length, items: itemsIn(blocks) }).toEqual(best);
          for (const block of blocks) expect(widestGap(block)).toBeLessThanOrEqual(bridge);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('asks once for a register that several points share', () => {
    const bits = [3, 9].map((bit) => ({
      ...point('holding', 7, 'bool'),
      address: { protocol: 'modbus', table: 'holding', offset: 7, bit } as const,
    }));
    const [block, ...others] = plan([...bits, point('holding', 7, 'uint16')]);
    expect(others).toEqual([]);
    expect(block && words(block)).toBe('holding 7+1');
    expect(block?.slots.map(({ wanted }) => wanted.map(({ index }) => index))).toEqual([[0, 1, 2]]);
  });

  it('merges what touches the end of a long value, although a short one inside it came between', () => {
    const points = [point('holding', 0, 'float64'), point('holding', 1, 'int16'), point('holding', 4, 'int16')];
    expect(plan(points).map(words)).toEqual(['holding 0+5']);
  });

  it('moves a value that would be split at 125 registers whole into the next block', () => {
    const points = Array.from({ length: 32 }, (_, index) => point('holding', index * 4, 'float64'));
    expect(plan(points).map(words)).toEqual(['holding 0+124', 'holding 124+4']);
  });

  it('needs few requests: 10,000 registers in 80, 4,000 coils in 2', () => {
    const registers = Array.from({ length: 10_000 }, (_, index) => point('holding', index, 'uint16'));
    expect(plan(registers)).toHaveLength(80);
    const coils = Array.from({ length: 4000 }, (_, index) => point('coil', index, 'bool'));
    expect(plan(coils).map(words)).toEqual(['coil 0+2000', 'coil 2000+2000']);
  });

  const impossible: readonly [string, PointAddress, string][] = [
    ['another protocol', { tag: 'x', address: { protocol: 's7', area: 'M', byte: 0 }, type: 'int16' }, 's7'],
    ['eight bits', point('holding', 0, 'int8'), '16 bits'],
    ['a number in a coil', point('coil', 0, 'int16'), 'table of bits'],
    ['a string without a length', point('holding', 0, 'string'), 'no length'],
    ['a string of no length', point('holding', 0, 'string', { length: 0 }), '0 registers'],
    ['a string longer than a request', point('holding', 0, 'string', { length: 252 }), '126 registers'],
    ['a value over the last address', point('holding', 65_535, 'float32'), 'last address'],
  ];
  it.each(impossible)('has a fault instead of a request for %s', (_, impossiblePoint, what) => {
    const { slots, faults } = slotsOf([impossiblePoint]);
    expect(slots).toEqual([]);
    expect(faults).toMatchObject([{ index: 0, fault: { kind: 'undecodable', what: expect.stringContaining(what) } }]);
  });

  const anyPoint = fc
    .record({
      table: fc.constantFrom<Table>('coil', 'discrete', 'input', 'holding'),
      offset: fc.integer({ min: 0, max: 700 }),
      type: fc.constantFrom(...dataTypes),
      length: fc.integer({ min: 1, max: 250 }),
    })
    .map(({ table, offset, type, length }) => point(table, offset, type, { length }));

  it('never splits a value, never outgrows a request, never loses or doubles a point', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 150 }), fc.integer({ min: 0, max: 20 }), (points, gap) => {
        const { slots, faults } = slotsOf(points);
        const blocks = planBlocks(slots, gap);
        for (const block of blocks) holdsTogether(block);
        expect([...faults.map(({ index }) => index), ...wantedIn(blocks)].toSorted(ascending)).toEqual([
          ...points.keys(),
        ]);
      }),
    );
  });

  it('bisects down to single slots, losing and splitting nothing on the way', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 60 }), (points) => {
        const blocks = planBlocks(slotsOf(points).slots);
        const leaves: Block[] = [];
        const queue = [...blocks];
        for (let block = queue.shift(); block !== undefined; block = queue.shift()) {
          holdsTogether(block);
          const halves = bisect(block);
          if (halves === undefined) leaves.push(block);
          else queue.push(...halves);
        }
        expect(leaves.every(({ slots }) => slots.length === 1)).toBe(true);
        expect(wantedIn(leaves).toSorted(ascending)).toEqual(wantedIn(blocks).toSorted(ascending));
      }),
    );
  });
});

/** Every way to put the slots into groups, one after the other; a group is a plan's block if it keeps the limits. */
function bestOfAll(slots: readonly Slot[], bridge: number): { requests: number; items: number } {
  let best = { requests: Number.POSITIVE_INFINITY, items: 0 };
  const walk = (rest: readonly Slot[], groups: readonly (readonly [Slot, ...Slot[]])[]): void => {
    const [slot, ...others] = rest;
    if (slot === undefined) {
      const blocks = groups.map((group) => blockOf(group));
      if (blocks.some((block) => block.count > 125 || widestGap(block) > bridge)) return;
      const way = { requests: blocks.length, items: itemsIn(blocks) };
      if (way.requests < best.requests || (way.requests === best.requests && way.items < best.items)) best = way;
      return;
    }
    for (const [at, group] of groups.entries()) walk(others, groups.with(at, [...group, slot]));
    walk(others, [...groups, [slot]]);
  };
  walk(slots, []);
  return best;
}

const itemsIn = (blocks: readonly Block[]) => blocks.reduce((sum, { count }) => sum + count, 0);

/** The most items in a row within a block that none of its slots asked for. */
function widestGap({ slots }: Block): number {
  let [end, widest] = [Number.POSITIVE_INFINITY, 0];
  for (const slot of slots.toSorted((a, b) => a.offset - b.offset)) {
    widest = Math.max(widest, slot.offset - end);
    end = Math.max(end === Number.POSITIVE_INFINITY ? 0 : end, slot.offset + slot.count);
  }
  return widest;
}

function holdsTogether(block: Block): void {
  expect(block.count).toBeLessThanOrEqual(tables[block.table].maxPerRequest);
  for (const slot of block.slots) {
    expect(slot.table).toBe(block.table);
    expect(slot.offset).toBeGreaterThanOrEqual(block.offset);
    expect(slot.offset + slot.count).toBeLessThanOrEqual(block.offset + block.count);
  }
}

const wantedIn = (blocks: readonly Block[]) =>
  blocks.flatMap(({ slots }) => slots.flatMap(({ wanted }) => wanted.map(({ index }) => index)));
const ascending = (a: number, b: number) => a - b;
