import { AttributeIds, type NodeId, ReadValueId } from './library.ts';

/** What a Read asks of each of its nodes. */
export type ReadAttribute = 'Value' | 'UserAccessLevel';

interface Question {
  readonly asks: ReadValueId;
  readonly text: string;
  /** How many the text takes as UTF-8. */
  readonly bytes: number;
}

/** The questions of one Read, and the canonical JSON of it as UTF-8. */
export interface AskedRead {
  readonly asks: ReadValueId[];
  readonly described: Uint8Array;
}

const tail = '],"service":"Read","timestamps":"Both"}';

/** What is asked of each node of one session, and its words for the evidence, made once: an audit reads the same nodes again and again. */
export class ReadQuestions {
  readonly attribute: ReadAttribute;
  readonly #known = new Map<NodeId, Question>();
  /** The last Read that began with a node. */
  readonly #reads = new Map<NodeId, AskedRead & { readonly nodes: readonly NodeId[] }>();

  constructor(attribute: ReadAttribute) {
    this.attribute = attribute;
  }

  /** The questions of one Read; those of a Read that comes again are the same objects. */
  of(nodes: readonly NodeId[]): AskedRead {
    const [first] = nodes;
    const known = first === undefined ? undefined : this.#reads.get(first);
    if (known !== undefined && areSame(known.nodes, nodes)) return known;
    const read = { ...this.#make(nodes), nodes: [...nodes] };
    if (first !== undefined) this.#reads.set(first, read);
    return read;
  }

  #make(nodes: readonly NodeId[]): AskedRead {
    const questions = nodes.map((node) => this.#questionOf(node));
    const head = `{"attribute":"${this.attribute}","maxAge":0,"nodes":[`;
    let size = head.length + tail.length + Math.max(0, questions.length - 1);
    for (const { bytes } of questions) size += bytes;
    // Each text is written to its place; see `replyOfValues`.
    const described = Buffer.allocUnsafeSlow(size);
    let at = described.write(head);
    for (const [index, { text }] of questions.entries()) {
      if (index > 0) at += described.write(',', at);
      at += described.write(text, at);
    }
    described.write(tail, at);
    return { asks: questions.map(({ asks }) => asks), described };
  }

  #questionOf(nodeId: NodeId): Question {
    const known = this.#known.get(nodeId);
    if (known !== undefined) return known;
    const asks = new ReadValueId({ nodeId, attributeId: AttributeIds[this.attribute] });
    const text = JSON.stringify(nodeId.toString());
    const question = { asks, text, bytes: Buffer.byteLength(text) };
    this.#known.set(nodeId, question);
    return question;
  }
}

function areSame(some: readonly NodeId[], others: readonly NodeId[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at += 1) if (some[at] !== others[at]) return false;
  return true;
}
