import { describe, expect, it } from 'vitest';
import { checkReply } from './check-reply.ts';
import { frameOf, readPdu } from './frame.ts';
import { identificationPdu } from './identification.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const registers = frameOf(7, 1, readPdu(3, 100, 2));
const coils = frameOf(7, 1, readPdu(1, 0, 9));
const serverId = frameOf(7, 1, Uint8Array.of(17));
const identification = frameOf(7, 1, identificationPdu(0));

const answers: readonly [string, Uint8Array, string][] = [
  ['two registers', registers, '0007 0000 0007 01 03 04 000a 000b'],
  ['nine coils in two bytes', coils, '0007 0000 0005 01 01 02 ff 01'],
  ['server id of any length', serverId, '0007 0000 0006 01 11 03 41 42 ff'],
  ['identification', identification, '0007 0000 000b 01 2b 0e 01 01 00 00 01 00 01 41'],
];

const malformed: readonly [string, Uint8Array, string, string][] = [
  ['protocol id is not 0', registers, '0007 0001 0007 01 03 04 000a 000b', 'protocol id'],
  ['transaction of another request', registers, '0006 0000 0007 01 03 04 000a 000b', 'transaction id'],
  ['transaction 256 later', registers, '0107 0000 0007 01 03 04 000a 000b', 'transaction id'],
  ['answer of another unit', registers, '0007 0000 0007 02 03 04 000a 000b', 'unit'],
  ['exception of another unit', registers, '0007 0000 0003 02 83 02', 'unit'],
  ['answer to another function', registers, '0007 0000 0007 01 04 04 000a 000b', 'function code'],
  ['exception of another function', registers, '0007 0000 0003 01 84 02', 'function code'],
  ['length field is not the length', registers, '0007 0000 0009 01 03 04 000a 000b', 'length'],
  ['fewer registers than asked', registers, '0007 0000 0005 01 03 02 000a', 'byte count'],
  ['more registers than asked', registers, '0007 0000 0009 01 03 06 000a 000b 000c', 'byte count'],
  ['odd byte count', registers, '0007 0000 0006 01 03 03 000a 00', 'byte count'],
  ['byte count larger than what came', registers, '0007 0000 0005 01 03 04 000a', 'byte count'],
  ['byte count smaller than what came', registers, '0007 0000 0007 01 03 02 000a 000b', 'byte count'],
  ['no byte count', registers, '0007 0000 0002 01 03', 'byte count'],
  ['one byte of coils for nine', coils, '0007 0000 0004 01 01 01 ff', 'byte count'],
  ['exception without a code', registers, '0007 0000 0002 01 83', 'exception length'],
  ['exception with more behind the code', registers, '0007 0000 0004 01 83 02 00', 'exception length'],
  ['server id cut off', serverId, '0007 0000 0005 01 11 03 41 42', 'byte count'],
  [
    'identification object longer than the reply',
    identification,
    '0007 0000 000b 01 2b 0e 01 01 00 00 01 00 04 41',
    'identification object length',
  ],
];

describe('a reply held against its request', () => {
  it.each(answers)('%s', (_, request, hex) => {
    const reply = bytes(hex);
    expect(checkReply(request, reply)).toEqual({ kind: 'answer', pdu: reply.subarray(7) });
  });

  it.each(malformed)('%s', (_, request, hex, what) => {
    expect(checkReply(request, bytes(hex))).toEqual({ kind: 'malformed', what });
  });

  it('takes an exception of exactly two bytes', () => {
    expect(checkReply(registers, bytes('0007 0000 0003 01 83 0b'))).toEqual({ kind: 'exception', code: 11 });
  });
});
