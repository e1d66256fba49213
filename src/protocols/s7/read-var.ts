import { type Checked, malformed } from './checked.ts';
import { checkJobReply, jobFrame } from './job.ts';
import { itemFault } from './return-code.ts';

/** A run of bytes of one area; `db` is 0 outside the data blocks. */
export interface Item {
  readonly area: 'DB' | 'M' | 'I' | 'Q';
  readonly db: number;
  readonly start: number;
  readonly length: number;
}

/** What the fixed parts take: of the telegrams, and of each item (S7 any-type pointer; head of an item's data). */
export const readVarBytes = { requestHead: 12, replyHead: 14, requestItem: 12, replyItem: 4 } as const;

/** More in one telegram are answered by some servers as if they were not there. */
export const mostItems = 20;

const readFunction = 0x04;
/** Function and number of items. */
const parameterHeadBytes = 2;
const areaCodes = { I: 0x81, Q: 0x82, M: 0x83, DB: 0x84 } as const;
const byteTransport = 0x02;
const success = 0xff;

/** Asks for up to 20 runs of bytes. */
export function readVarRequest(reference: number, items: readonly Item[]): Uint8Array {
  const parameters = new Uint8Array(parameterHeadBytes + readVarBytes.requestItem * items.length);
  parameters[0] = readFunction;
  parameters[1] = items.length;
  const view = new DataView(parameters.buffer);
  for (const [at, item] of items.entries())
    putAnyPointer(view, parameterHeadBytes + readVarBytes.requestItem * at, item);
  return jobFrame(reference, parameters);
}

/** What a request asks for, in the protocol's own words. */
export function readVarWords(items: readonly Item[]): string {
  return `ReadVar ${items.length} ${items.length === 1 ? 'item' : 'items'}`;
}

/** One answer per item asked, in order; the bytes of a good item are exactly as many as were asked for. */
export function checkReadVar(
  frame: Uint8Array,
  reference: number,
  items: readonly Item[],
): Checked<readonly Checked<Uint8Array>[]> {
  const body = checkJobReply(frame, reference);
  if (!body.ok) return body;
  const { parameters, data } = body.value;
  if (parameters[0] !== readFunction) return malformed('S7 function');
  if (parameters.length !== 2 || parameters[1] !== items.length) return malformed('S7 item count');
  const answers: Checked<Uint8Array>[] = [];
  let at = 0;
  for (const { length } of items) {
    const answer = answerAt(data, at, length);
    if (!answer.ok) return answer;
    answers.push(answer.value.item);
    at = answer.value.next;
  }
  // The fill byte behind an odd last item is optional.
  return at === data.length || at === data.length + 1 ? { ok: true, value: answers } : malformed('S7 data length');
}

function answerAt(
  data: Uint8Array,
  at: number,
  length: number,
): Checked<{ readonly item: Checked<Uint8Array>; readonly next: number }> {
  const [code, transport = 0, high = 0, low] = [data[at], data[at + 1], data[at + 2], data[at + 3]];
  if (code === undefined || low === undefined) return malformed('S7 item head');
  const bytesAt = at + readVarBytes.replyItem;
  // A failed item is its head alone; its length field may hold anything and counts nothing.
  if (code !== success) return { ok: true, value: { item: { ok: false, fault: itemFault(code) }, next: bytesAt } };
  if (lengthIn(transport, high * 256 + low) !== length) return malformed('S7 item length');
  if (bytesAt + length > data.length) return malformed('S7 data length');
  const item = { ok: true, value: data.subarray(bytesAt, bytesAt + length) } as const;
  return { ok: true, value: { item, next: bytesAt + length + (length % 2) } };
}

/** The length field counts bits for bits, bytes, words and integers, and bytes for reals and octet strings. */
function lengthIn(transport: number, written: number): number | undefined {
  if (transport === 0x03 || transport === 0x04 || transport === 0x05) return Math.ceil(written / 8);
  return transport === 0x07 || transport === 0x09 ? written : undefined;
}

/** S7 any-type pointer: syntax, length, any, bytes; count, data block, area, and the address in bits. */
function putAnyPointer(view: DataView, at: number, { area, db, start, length }: Item): void {
  view.setUint32(at, 0x12_0a_10_00 | byteTransport);
  view.setUint16(at + 4, length);
  view.setUint16(at + 6, db);
  view.setUint32(at + 8, areaCodes[area] * 2 ** 24 + start * 8);
}
