import { AttributeIds, type NodeId, ReadValueId } from './library.ts';

/** What a Read asks of each of its nodes. */
export type ReadAttribute = 'Value' | 'UserAccessLevel';

interface Question {
  readonly asks: ReadValueId;
  readonly text: string;
}

/** What is asked of each node of one session, and its words for the evidence, made once: an audit reads the same nodes again and again. */
export class ReadQuestions {
  readonly attribute: ReadAttribute;
  readonly #known = new Map<NodeId, Question>();

  constructor(attribute: ReadAttribute) {
    this.attribute = attribute;
  }

  /** The questions of one Read, and the canonical JSON of it as UTF-8. */
  of(nodes: readonly NodeId[]): { readonly asks: ReadValueId[]; readonly described: Uint8Array } {
    const asks: ReadValueId[] = [];
    let texts = '';
    for (const node of nodes) {
      const question = this.#questionOf(node);
      asks.push(question.asks);
      texts += texts === '' ? question.text : `,${question.text}`;
    }
    const whole = `{"attribute":"${this.attribute}","maxAge":0,"nodes":[${texts}],"service":"Read","timestamps":"Both"}`;
    return { asks, described: Buffer.from(whole, 'utf8') };
  }

  #questionOf(nodeId: NodeId): Question {
    const known = this.#known.get(nodeId);
    if (known !== undefined) return known;
    const asks = new ReadValueId({ nodeId, attributeId: AttributeIds[this.attribute] });
    const question = { asks, text: JSON.stringify(nodeId.toString()) };
    this.#known.set(nodeId, question);
    return question;
  }
}
