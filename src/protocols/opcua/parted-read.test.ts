import { DataValue, StatusCodes } from 'node-opcua-client';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../exchange.ts';
import { NodeId, VariantType } from './library.ts';
import { nodesPerReadOf } from './nodes-per-read.ts';
import { PartedRead } from './parted-read.ts';
import type { ReadAnswer } from './read-values.ts';

const nodes = (count: number) => Array.from({ length: count }, (_, id) => new NodeId(NodeId.NodeIdType.NUMERIC, id, 2));
const exchange = { number: 7 } as Exchange;
const valueFor = (node: NodeId) =>
  new DataValue({ value: { dataType: VariantType.UInt32, value: Number(node.value) } });
const good = (part: readonly NodeId[]): ReadAnswer => ({
  ok: true,
  results: part.map(valueFor),
  raw: () => new Uint8Array(),
  exchange,
});
const refused = (smaller?: 'always' | 'here'): ReadAnswer => ({
  ok: false,
  fault: { kind: 'undecodable', what: 'x' },
  smaller,
});

/** A server that answers by `answer`, and the sizes of what it was asked. */
function server(answer: (part: readonly NodeId[]) => ReadAnswer) {
  const sizes: number[] = [];
  return {
    sizes,
    ask: async (part: readonly NodeId[]) => {
      sizes.push(part.length);
      return answer(part);
    },
  };
}

describe('PartedRead', () => {
  it('asks in parts of the size that the server bears, and gives every node its own value', async () => {
    const { sizes, ask } = server(good);
    const asked = nodes(2500);
    const told = await new PartedRead(1000).read(asked, ask);
    expect(sizes).toEqual([1000, 1000, 500]);
    for (const node of asked) {
      const one = told.get(node);
      expect(one?.ok && one.dataValue.value.value).toBe(node.value);
    }
  });

  it('asks for 10,000 nodes in 10 reads where the server bears 1000', async () => {
    const { sizes, ask } = server(good);
    expect((await new PartedRead(1000).read(nodes(10_000), ask)).size).toBe(10_000);
    expect(sizes).toEqual(Array.from({ length: 10 }, () => 1000));
  });

  it('asks for the next part with a good answer in hand, before it is taken, and never for two at once', async () => {
    const events: string[] = [];
    let underWay = 0;
    const ask = async (part: readonly NodeId[], whenGood: () => Promise<void>) => {
      underWay += 1;
      events.push(`asked ${part.length} (${underWay})`);
      await Promise.resolve();
      underWay -= 1;
      await whenGood();
      return good(part);
    };
    let taken = 0;
    const take = () => {
      taken += 1;
      if (taken % 2 === 0 || taken === 5) events.push(`taken ${taken}`);
    };
    await new PartedRead(2).each(nodes(5), ask, take);
    expect(events.filter((event) => event.startsWith('asked'))).toEqual(['asked 2 (1)', 'asked 2 (1)', 'asked 1 (1)']);
    expect(events.filter((event) => event.startsWith('taken'))).toEqual(['taken 2', 'taken 4', 'taken 5']);
    expect(events.lastIndexOf('asked 2 (1)')).toBeLessThan(events.indexOf('taken 2'));
  });

  it('asks nothing for nothing', async () => {
    const { sizes, ask } = server(good);
    expect((await new PartedRead(1000).read([], ask)).size).toBe(0);
    expect(sizes).toEqual([]);
  });

  it('asks half as many while that is too much, and remembers what worked', async () => {
    const { sizes, ask } = server((part) => (part.length > 30 ? refused('always') : good(part)));
    const parted = new PartedRead(100);
    const asked = nodes(100);
    const told = await parted.read(asked, ask);
    expect(sizes).toEqual([100, 50, 25, 25, 25, 25]);
    expect([...told.values()].every(({ ok }) => ok)).toBe(true);
    sizes.length = 0;
    await parted.read(asked, ask);
    expect(sizes).toEqual([25, 25, 25, 25]);
  });

  it('gives up at a single node that is still too much', async () => {
    const { sizes, ask } = server(() => refused('always'));
    const asked = nodes(2);
    const told = await new PartedRead(2).read(asked, ask);
    expect(sizes).toEqual([2, 1, 1]);
    expect(asked.map((node) => told.get(node))).toEqual([refused('always'), refused('always')]);
  });

  it('isolates a node that spoils an answer, asks it alone from then on, and others together as before', async () => {
    const isSpoilt = (node: NodeId) => node.value === 5;
    const { sizes, ask } = server((part) => (part.some(isSpoilt) ? refused('here') : good(part)));
    const parted = new PartedRead(8);
    const asked = nodes(16);
    const told = await parted.read(asked, ask);
    expect(asked.filter((node) => !told.get(node)?.ok).map(({ value }) => value)).toEqual([5]);
    sizes.length = 0;
    await parted.read(asked, ask);
    expect(sizes).toEqual([8, 7, 1]);
  });

  it('does not ask again what failed for another reason', async () => {
    const { sizes, ask } = server(() => refused());
    const told = await new PartedRead(10).read(nodes(25), ask);
    expect(sizes).toEqual([10, 10, 5]);
    expect(told.size).toBe(25);
  });
});

describe('nodesPerReadOf', () => {
  const limit = (value: number, statusCode = StatusCodes.Good) =>
    new DataValue({ statusCode, value: { dataType: VariantType.UInt32, value } });
  it.each([
    ['a limit', limit(100), 100],
    ['one', limit(1), 1],
    ['more than we would ask', limit(65_535), 1000],
    ['none, which 0 means', limit(0), 1000],
    ['nothing: no such node', new DataValue({ statusCode: StatusCodes.BadNodeIdUnknown }), 1000],
    ['an uncertain limit', limit(1, StatusCodes.UncertainInitialValue), 1000],
    ['nonsense', new DataValue({ value: { dataType: VariantType.String, value: '5' } }), 1000],
    ['nothing at all', undefined, 1000],
  ])('takes %s', (_, said, count) => {
    expect(nodesPerReadOf(said)).toBe(count);
  });
});
