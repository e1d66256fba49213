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
      if (!answer.ok && answer.smaller !== undefined && part.length > 1) {
        const half = Math.ceil(part.length / 2);
        if (answer.smaller === 'always') this.#size = half;
        queue.unshift(part.slice(0, half), part.slice(half));
        continue;
      }
      if (!answer.ok && answer.smaller === 'here') for (const index of part) this.#alone.add(String(nodes[index]));
      for (const [at, index] of part.entries()) take(answer, at, index);
    }
  }

  /** Asks for the first part of the queue; undefined where there is none. */
  #begin(queue: (readonly number[])[], nodes: readonly NodeId[], ask: Ask): AskedPart | undefined {
    const first = queue.shift();
    if (first === undefined) return undefined;
    if (first.length > this.#size) queue.unshift(first.slice(this.#size));
    const part = first.slice(0, this.#size);
    if (part.length === 0) return this.#begin(queue, nodes, ask);
    const wanted: NodeId[] = [];
    for (const index of part) {
      const node = nodes[index];
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
  #parts(nodes: readonly NodeId[]): (readonly number[])[] {
    const all = [...nodes.keys()];
    if (this.#alone.size === 0) return [all];
    const isAlone = (index: number) => this.#alone.has(String(nodes[index]));
    return [all.filter((index) => !isAlone(index)), ...all.filter(isAlone).map((index) => [index])];
  }
}

/** Asks for one part; calls `whenGood` with a good answer in hand. */
export type Ask = (part: readonly NodeId[], whenGood: WhenGood) => Promise<ReadAnswer>;

/** A part that was asked for, and the one after it as soon as that was asked for, too. */
interface AskedPart {
  readonly part: readonly number[];
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
