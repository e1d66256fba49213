import type { Exchange } from '../exchange.ts';
import type { DataValue, NodeId } from './library.ts';
import type { ReadAnswer } from './read-values.ts';

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
   * with the answer that holds it, its place in that answer, and its place among the nodes.
   */
  async each(nodes: readonly NodeId[], ask: Ask, take: Take): Promise<void> {
    const queue = this.#parts(nodes);
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
      if (part.length > this.#size) {
        queue.unshift(part.slice(0, this.#size), part.slice(this.#size));
        continue;
      }
      if (part.length === 0) continue;
      const asked: NodeId[] = [];
      for (const index of part) {
        const node = nodes[index];
        if (node !== undefined) asked.push(node);
      }
      const answer = await ask(asked);
      if (!answer.ok && answer.smaller !== undefined && part.length > 1) {
        const half = Math.ceil(part.length / 2);
        if (answer.smaller === 'always') this.#size = half;
        queue.unshift(part.slice(0, half), part.slice(half));
        continue;
      }
      if (!answer.ok && answer.smaller === 'here') for (const node of asked) this.#alone.add(node.toString());
      for (const [at, index] of part.entries()) take(answer, at, index);
    }
  }

  /** The places of the nodes, those that are asked alone apart. */
  #parts(nodes: readonly NodeId[]): (readonly number[])[] {
    const all = [...nodes.keys()];
    if (this.#alone.size === 0) return [all];
    const isAlone = (index: number) => this.#alone.has(String(nodes[index]));
    return [all.filter((index) => !isAlone(index)), ...all.filter(isAlone).map((index) => [index])];
  }
}

/** Asks for one part. */
export type Ask = (part: readonly NodeId[]) => Promise<ReadAnswer>;

/** Receives one node of an answer. */
export type Take = (answer: ReadAnswer, at: number, index: number) => void;

function tellOne(answer: ReadAnswer, index: number): Told {
  if (!answer.ok) return answer;
  const dataValue = answer.results[index];
  if (dataValue === undefined) throw new Error('a Read was taken for whole that is not');
  return { ok: true, dataValue, raw: answer.raw(index), exchange: answer.exchange };
}
