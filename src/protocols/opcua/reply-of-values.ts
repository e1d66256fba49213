import { dataValueJson } from './data-value-json.ts';
import type { DataValue } from './library.ts';

/** The reply to a Read as the evidence keeps it, and in it the bytes of each DataValue, in order. */
export interface ReplyOfValues {
  readonly reply: Uint8Array;
  readonly raw: (index: number) => Uint8Array;
}

const [head, tail] = ['{"results":[', '],"service":"Read"}'];

/** Describes each value once: what a reading carries as raw is its part of the reply, not a second description. */
export function replyOfValues(results: readonly DataValue[]): ReplyOfValues {
  const texts = results.map(dataValueJson);
  const whole = `${head}${texts.join(',')}${tail}`;
  const reply = Buffer.from(whole, 'utf8');
  const isAscii = reply.length === whole.length;
  const ends = new Float64Array(texts.length);
  let end = head.length;
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] ?? '';
    end += isAscii ? text.length : Buffer.byteLength(text, 'utf8');
    ends[index] = end;
    end += 1;
  }
  const startOf = (index: number) => (index === 0 ? head.length : (ends[index - 1] ?? 0) + 1);
  return {
    reply: new Uint8Array(reply.buffer, reply.byteOffset, reply.length),
    raw: (index) =>
      new Uint8Array(reply.buffer, reply.byteOffset + startOf(index), (ends[index] ?? 0) - startOf(index)),
  };
}
