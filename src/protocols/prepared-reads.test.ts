import { expect, it } from 'vitest';
import type { PointAddress } from './address.ts';
import { PreparedReads } from './prepared-reads.ts';

const address = { protocol: 'modbus', table: 'holding', offset: 3 } as const;
const point: PointAddress = { tag: 'A', address, type: 'float32', wordOrder: 'ABCD' };

function counting() {
  const seen: (readonly PointAddress[])[] = [];
  const prepared = new PreparedReads((points) => seen.push(points));
  return { seen, prepared };
}

it('makes a plan once for points that are the same, whoever holds the list', () => {
  const { seen, prepared } = counting();
  expect([prepared.of([point]), prepared.of([{ ...point }]), prepared.of([point])]).toEqual([1, 1, 1]);
  expect(seen).toHaveLength(1);
});

it.each<[string, PointAddress]>([
  ['tag', { ...point, tag: 'B' }],
  ['address', { ...point, address: { ...address, offset: 4 } }],
  ['type', { ...point, type: 'int32' }],
  ['word order', { ...point, wordOrder: 'CDAB' }],
  ['length', { ...point, length: 4 }],
])('makes another one where a point has another %s', (_, other) => {
  const { prepared } = counting();
  expect([prepared.of([point]), prepared.of([other]), prepared.of([point, point])]).toEqual([1, 2, 3]);
});

it('is not deceived by a list that was changed after it was asked for', () => {
  const { prepared } = counting();
  const list = [point];
  prepared.of(list);
  list.push({ ...point, tag: 'B' });
  expect(prepared.of(list)).toBe(2);
});

it('keeps the plans of two lists that alternate, and no more', () => {
  const { seen, prepared } = counting();
  const lists = [[point], [{ ...point, tag: 'B' }], [{ ...point, tag: 'C' }]];
  for (const list of [...lists.slice(0, 2), ...lists.slice(0, 2)]) prepared.of(list);
  expect(seen).toHaveLength(2);
  for (const list of [...lists, ...lists]) prepared.of(list);
  expect(seen).toHaveLength(2 + 4);
});
