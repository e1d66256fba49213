import { describe, expect, it } from 'vitest';
import { ReplyGuard } from './reply-guard.ts';

/** Type, chunk, size; and of a message: channel, token, sequence, request id. */
function chunk(type: string, { channel = 7, requestId = 1, kind = 'F' } = {}): Buffer {
  const bytes = Buffer.alloc(type === 'MSG' ? 32 : 16);
  bytes.write(`${type}${kind}`, 'latin1');
  bytes.writeUInt32LE(bytes.length, 4);
  bytes.writeUInt32LE(channel, 8);
  if (type === 'MSG') bytes.writeUInt32LE(requestId, 20);
  return bytes;
}

function asked(isReadable = true): ReplyGuard {
  const guard = new ReplyGuard(isReadable);
  guard.sent(chunk('HEL'));
  guard.sent(chunk('OPN', { channel: 0 }));
  expect(guard.breachOf(chunk('ACK'))).toBeUndefined();
  expect(guard.breachOf(chunk('OPN'))).toBeUndefined();
  guard.sent(chunk('MSG', { requestId: 5 }));
  return guard;
}

describe('what a server may send', () => {
  it('is one answer for each request, of its type, on its channel and with its number', () => {
    const guard = asked();
    expect(guard.breachOf(chunk('MSG', { requestId: 5, kind: 'C' }))).toBeUndefined();
    expect(guard.breachOf(chunk('MSG', { requestId: 5 }))).toBeUndefined();
    expect(guard.breachOf(chunk('MSG', { requestId: 5 }))).toEqual({ breach: 'a message that nobody asked for' });
  });

  it.each<[string, Buffer, string]>([
    ['on another channel', chunk('MSG', { channel: 8, requestId: 5 }), 'secure channel'],
    ['for another request', chunk('MSG', { requestId: 4 }), 'request id'],
    ['of a handshake that is over', chunk('ACK'), 'a message that nobody asked for'],
    ['of a channel that nobody opens', chunk('OPN'), 'a message that nobody asked for'],
    ['of a client', chunk('HEL'), 'no OPC UA message'],
    ['too short for its header', Buffer.from('MSGF\x0c\0\0\0\x07\0\0\0', 'latin1'), 'length of the message'],
  ])('is nothing %s', (_, message, breach) => {
    expect(asked().breachOf(message)).toEqual({ breach });
  });

  it('is counted, and held to its channel, where its number is encrypted', () => {
    const guard = asked(false);
    expect(guard.breachOf(chunk('MSG', { requestId: 99, channel: 8 }))).toEqual({ breach: 'secure channel' });
    expect(guard.breachOf(chunk('MSG', { requestId: 99 }))).toBeUndefined();
    expect(guard.breachOf(chunk('MSG', { requestId: 99 }))).toEqual({ breach: 'a message that nobody asked for' });
  });

  it('is a reason of its own at any time', () => {
    const guard = asked();
    expect(guard.hasErred).toBe(false);
    expect(guard.breachOf(chunk('ERR'))).toBeUndefined();
    expect(guard.hasErred).toBe(true);
  });

  it('is known to be none as soon as its first bytes say so', () => {
    const guard = asked();
    expect(guard.lengthOf(Buffer.from('HT'))).toBeUndefined();
    expect(guard.lengthOf(Buffer.from('HTT'))).toEqual({ breach: 'no OPC UA message' });
    expect(guard.lengthOf(Buffer.from('MSGX'))).toEqual({ breach: 'chunk type' });
    expect(guard.lengthOf(Buffer.from('MSGF\xff\xff\xff\xff', 'latin1'))).toEqual({ breach: 'length of the message' });
    expect(guard.lengthOf(Buffer.from('MSGF\x03\0\0\0', 'latin1'))).toEqual({ breach: 'length of the message' });
    expect(guard.lengthOf(chunk('MSG').subarray(0, 8))).toBe(32);
  });
});
