import { setImmediate as immediately } from 'node:timers/promises';
import type { Exchange } from '../exchange.ts';
import type { DataValue, NodeId } from './library.ts';
import type { ReadAnswer, WhenGood } from './read-values.ts';

/** What the server said to one node, and in which exchange. */
export type Told =
  | {
      readonly ok: true;
      readonly dataValue: DataValue;
      /** The canonical form of the DataValue, as bytes. */
      readonly raw: Uint8Array;
      readonly exchange: Exchange;
    }
  | Extract<ReadAnswer, { ok: false }>;

/**
 * Reads any number of nodes in parts of a size that the server bears, and learns: half as many as soon as it says that it is
 * asked too much, and a node whose value spoils the whole answer alone from then on, so that its neighbours stay good.
 */
export class PartedRead {
  #size: number;
  readonly #alone = new Set<string>();

  constructor(size: number) {
    this.#size = size;
  }

  /** What was told of every node; `ask` is called for one part after the other. */
  async read(nodes: readonly NodeId[], ask: Ask): Promise<ReadonlyMap<NodeId, Told>> {
    const told = new Map<NodeId, Told>();
    await this.each(nodes, ask, (answer, at, index) => {
      const node = nodes[index];
      if (node !== undefined) told.set(node, tellOne(answer, at));
    });
    return told;
  }

  /**
   * The same, but hands on each part as it comes, so that nothing of it has to be kept: `take` is called once for each node,
   * with the answer that holds it, its place in that answer, and its place among the nodes. The next part is asked for in
   * the moment in which a good answer comes; never two at once.
   */
  async each(nodes: readonly NodeId[], ask: Ask, take: Take): Promise<void> {
    const queue = this.#parts(nodes);
    const begin = () => this.#begin(queue, nodes, ask);
    for (let asked = begin(); asked !== undefined; asked = asked.next ?? begin()) {
      const { part } = asked;
      const answer = await asked.answer;
      const length = part.to - part.from;
      if (!answer.ok && answer.smaller !== undefined && length > 1) {
        const half = Math.ceil(length / 2);
        if (answer.smaller === 'always') this.#size = half;
        const middle = part.from + half;
        queue.unshift({ ...part, to: middle }, { ...part, from: middle });
        continue;
      }
      for (let at = 0; at < length; at += 1) {
        const index = placeIn(part, part.from + at);
        if (!answer.ok && answer.smaller === 'here') this.#alone.add(String(nodes[index]));
        take(answer, at, index);
      }
    }
  }

  /** Asks for the first part of the queue; undefined where there is none. */
  #begin(queue: Part[], nodes: readonly NodeId[], ask: Ask): AskedPart | undefined {
    const first = queue.shift();
    if (first === undefined) return undefined;
    const to = Math.min(first.to, first.from + this.#size);
    if (to < first.to) queue.unshift({ ...first, from: to });
    if (to === first.from) return this.#begin(queue, nodes, ask);
    const part = { ...first, to };
    const wanted: NodeId[] = [];
    for (let at = part.from; at < to; at += 1) {
      const node = nodes[placeIn(part, at)];
      if (node !== undefined) wanted.push(node);
    }
    const answer = ask(wanted, async () => {
      asked.next = this.#begin(queue, nodes, ask);
      // Until the library has written it.
      await immediately();
    });
    // Whoever waits for it hears of it; where an earlier error ends all, nobody does.
    answer.catch(() => undefined);
    const asked: AskedPart = { part, answer };
    return asked;
  }

  /** The places of the nodes, those that are asked alone apart. */
  #parts(nodes: readonly NodeId[]): Part[] {
    if (this.#alone.size === 0) return [{ places: undefined, from: 0, to: nodes.length }];
    const all = [...nodes.keys()];
    const isAlone = (index: number) => this.#alone.has(String(nodes[index]));
    const together = all.filter((index) => !isAlone(index));
    const apart = all.filter(isAlone).map((index) => ({ places: undefined, from: index, to: index + 1 }));
    return [{ places: together, from: 0, to: together.length }, ...apart];
  }
}

/** Some of the nodes: from one entry of a list of places up to another; without a list the entries are the places. */
interface Part {
  readonly places: readonly number[] | undefined;
  readonly from: number;
  readonly to: number;
}

function placeIn({ places }: Part, entry: number): number {
  return places === undefined ? entry : (places[entry] ?? -1);
}

/** Asks for one part; calls `whenGood` with a good answer in hand. */
export type Ask = (part: readonly NodeId[], whenGood: WhenGood) => Promise<ReadAnswer>;

/** A part that was asked for, and the one after it as soon as that was asked for, too. */
interface AskedPart {
  readonly part: Part;
  readonly answer: Promise<ReadAnswer>;
  next?: AskedPart | undefined;
}

/** Receives one node of an answer. */
export type Take = (answer: ReadAnswer, at: number, index: number) => void;

function tellOne(answer: ReadAnswer, index: number): Told {
  if (!answer.ok) return answer;
  const dataValue = answer.results[index];
  if (dataValue === undefined) throw new Error('a Read was taken for whole that is not');
  return { ok: true, dataValue, raw: answer.raw(index), exchange: answer.exchange };
}
