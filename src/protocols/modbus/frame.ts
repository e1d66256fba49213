/** Bytes of the MBAP header up to and including its length field. */
export const mbapBytes = 6;

/** Frames a PDU for Modbus/TCP: transaction, protocol 0, length, unit, PDU. */
export function frameOf(transaction: number, unit: number, pdu: Uint8Array): Uint8Array {
  const frame = new Uint8Array(mbapBytes + 1 + pdu.length);
  frame[0] = transaction >> 8;
  frame[1] = transaction;
  frame[4] = (1 + pdu.length) >> 8;
  frame[5] = 1 + pdu.length;
  frame[6] = unit;
  frame.set(pdu, mbapBytes + 1);
  return frame;
}

/** The request PDU of FC 1 to 4: function code, first address, count of bits or registers. */
export function readPdu(functionCode: 1 | 2 | 3 | 4, offset: number, count: number): Uint8Array {
  return Uint8Array.of(functionCode, offset >> 8, offset, count >> 8, count);
}

/** Bytes of the frame that answers a request of FC 1 to 4; undefined for functions whose answers have no length of their own. */
export function replyBytesOf([functionCode = 0, , , high = 0, low = 0]: Uint8Array): number | undefined {
  const count = high * 256 + low;
  if (functionCode === 1 || functionCode === 2) return mbapBytes + 3 + Math.ceil(count / 8);
  return functionCode === 3 || functionCode === 4 ? mbapBytes + 3 + 2 * count : undefined;
}

/** Length of the frame at the start of `buffer`. The length field counts the unit and a PDU of 1 to 253 bytes; more or less is none. */
export function frameLengthOf(buffer: Uint8Array): number | undefined | 'malformed' {
  if (buffer.length < mbapBytes) return undefined;
  const length = uint16At(buffer, 4);
  return length < 2 || length > 254 ? 'malformed' : mbapBytes + length;
}

/** The big-endian 16-bit number at `index`; bytes that are not there count as 0. */
export function uint16At(bytes: Uint8Array, index: number): number {
  return ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0);
}
