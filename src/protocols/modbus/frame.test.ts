import { describe, expect, it } from 'vitest';
import { frameLengthOf, frameOf, readPdu, replyBytesOf } from './frame.ts';

describe('a Modbus/TCP frame', () => {
  it('carries transaction, protocol 0, length, unit and PDU', () => {
    expect(frameOf(0x0102, 17, readPdu(3, 0x006b, 3))).toEqual(
      Uint8Array.of(
        ...[0x01, 0x02], // transaction
        ...[0x00, 0x00], // protocol
        ...[0x00, 0x06], // length: unit and PDU
        0x11, // unit
        0x03, // read holding registers
        ...[0x00, 0x6b], // first register
        ...[0x00, 0x03], // count
      ),
    );
  });

  it('of a reply has the length that its request asks for', () => {
    expect(replyBytesOf(readPdu(3, 0, 125))).toBe(259);
    expect(replyBytesOf(readPdu(4, 7, 1))).toBe(11);
    expect(replyBytesOf(readPdu(1, 0, 9))).toBe(11);
    expect(replyBytesOf(readPdu(2, 0, 2000))).toBe(259);
    expect(replyBytesOf(Uint8Array.of(17))).toBeUndefined();
  });

  const lengths: readonly [readonly number[], number | undefined | 'malformed'][] = [
    [[], undefined],
    [[0, 1, 0, 0, 0], undefined],
    [[0, 1, 0, 0, 0, 2], 8],
    [[0, 1, 0, 0, 0, 5, 1, 3, 2], 11],
    [[0, 1, 0, 0, 0, 254], 260],
    [[0, 1, 0, 0, 0, 1], 'malformed'], // a unit and no PDU
    [[0, 1, 0, 0, 0, 0], 'malformed'],
    [[0, 1, 0, 0, 0, 255], 'malformed'], // longer than any PDU
    [[0, 1, 0, 0, 255, 255], 'malformed'],
    [[...Buffer.from('HTTP/1.1 400')], 'malformed'],
  ];
  it.each(lengths)('%j is %s bytes long', (buffer, length) => {
    expect(frameLengthOf(Uint8Array.from(buffer))).toBe(length);
  });
});
