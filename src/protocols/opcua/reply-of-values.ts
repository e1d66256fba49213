import { dataValueJson } from './data-value-json.ts';
import type { DataValue } from './library.ts';

/** The reply to a Read as the evidence keeps it, and in it the bytes of each DataValue, in order. */
export interface ReplyOfValues {
  readonly reply: Uint8Array;
  readonly raw: (index: number) => Uint8Array;
}

const [head, tail] = ['{"results":[', '],"service":"Read"}'];
const comma = 0x2c;

/**
 * Describes each value once: what a reading carries as raw is its part of the reply, not a second description. Each text is
 * written to its place: a thousand of them made one string first take several times as long.
 */
export function replyOfValues(results: readonly DataValue[]): ReplyOfValues {
  const texts = results.map(dataValueJson);
  const ends = new Float64Array(texts.length);
  let size = head.length;
  for (const [index, text] of texts.entries()) {
    if (index > 0) size += 1;
    size += Buffer.byteLength(text);
    ends[index] = size;
  }
  const reply = Buffer.allocUnsafeSlow(size + tail.length);
  let at = reply.write(head);
  for (const [index, text] of texts.entries()) {
    if (index > 0) {
      reply[at] = comma;
      at += 1;
    }
    at += reply.write(text, at);
  }
  reply.write(tail, at);
  const startOf = (index: number) => (index === 0 ? head.length : (ends[index - 1] ?? 0) + 1);
  return {
    reply: new Uint8Array(reply.buffer, reply.byteOffset, reply.length),
    raw: (index) =>
      new Uint8Array(reply.buffer, reply.byteOffset + startOf(index), (ends[index] ?? 0) - startOf(index)),
  };
}
