import type { Exchange } from '../exchange.ts';
import type { DataValue, NodeId } from './library.ts';
import type { ReadAnswer } from './read-values.ts';

/** What the server said to one node, and in which exchange. */
export type Told =
  | { readonly ok: true; readonly dataValue: DataValue; readonly exchange: Exchange }
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
  async read(
    nodes: readonly NodeId[],
    ask: (part: readonly NodeId[]) => Promise<ReadAnswer>,
  ): Promise<ReadonlyMap<NodeId, Told>> {
    const told = new Map<NodeId, Told>();
    const isAlone = (node: NodeId) => this.#alone.has(node.toString());
    const queue = [nodes.filter((node) => !isAlone(node)), ...nodes.filter(isAlone).map((node) => [node])];
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
      if (part.length > this.#size) {
        queue.unshift(part.slice(0, this.#size), part.slice(this.#size));
        continue;
      }
      if (part.length === 0) continue;
      const answer = await ask(part);
      if (!answer.ok && answer.smaller !== undefined && part.length > 1) {
        const half = Math.ceil(part.length / 2);
        if (answer.smaller === 'always') this.#size = half;
        queue.unshift(part.slice(0, half), part.slice(half));
        continue;
      }
      for (const [index, node] of part.entries()) {
        if (!answer.ok && answer.smaller === 'here') this.#alone.add(node.toString());
        told.set(node, tellOne(answer, index));
      }
    }
    return told;
  }
}

function tellOne(answer: ReadAnswer, index: number): Told {
  if (!answer.ok) return answer;
  const dataValue = answer.results[index];
  if (dataValue === undefined) throw new Error('a Read was taken for whole that is not');
  return { ok: true, dataValue, exchange: answer.exchange };
}
