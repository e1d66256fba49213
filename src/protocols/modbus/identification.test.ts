import { describe, expect, it } from 'vitest';
import { parseIdentification } from './identification.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

describe('a reply of read device identification', () => {
  it('gives its objects, and where to go on', () => {
    const pdu = Uint8Array.of(
      ...[0x2b, 0x0e], // read device identification
      0x01, // basic
      0x81, // conformity
      0xff, // more follows
      0x02, // next object
      0x02, // objects in this reply
      ...[0x00, 0x02, 0x41, 0x42], // 0, vendor: "AB"
      ...[0x01, 0x00], // 1, product code: empty
    );
    expect(parseIdentification(pdu)).toEqual({
      objects: new Map([
        [0, Uint8Array.of(0x41, 0x42)],
        [1, new Uint8Array()],
      ]),
      next: 2,
    });
  });

  const wrong: readonly [string, string, string][] = [
    ['cut off in the header', '2b 0e 01 01 00 00', 'header'],
    ['another MEI type', '2b 0d 01 01 00 00 00', 'read code'],
    ['another read code', '2b 0e 02 01 00 00 00', 'read code'],
    ['more follows is neither yes nor no', '2b 0e 01 01 01 00 00', 'more follows'],
    ['object longer than the reply', '2b 0e 01 01 00 00 01 00 04 41 42', 'object length'],
    ['object without a length', '2b 0e 01 01 00 00 01 00', 'object length'],
    ['fewer objects than counted', '2b 0e 01 01 00 00 02 00 01 41', 'object length'],
    ['bytes behind the last object', '2b 0e 01 01 00 00 01 00 01 41 42', 'object count'],
  ];
  it.each(wrong)('%s is malformed', (_, hex, what) => {
    expect(parseIdentification(bytes(hex))).toMatch(what);
  });
});
