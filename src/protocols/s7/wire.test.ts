import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  connectionConfirmFrame,
  connectionRequestFrame,
  disconnectFrame,
  setupErrorFrame,
  setupReplyFrame,
  setupRequestFrame,
} from '../../../fixtures/wire/s7-handshake.ts';
import {
  clockReply,
  componentFirstPiece,
  componentLastPiece,
  componentNextRequest,
  componentRequest,
  modeReply,
  modeRequest,
  moduleReply,
  moduleRequest,
  notServedReply,
  protectionReply,
  protectionRequest,
  unknownListRequest,
} from '../../../fixtures/wire/s7-lists.ts';
import {
  failedItemsReply,
  panelReadLengths,
  panelReadReply,
  panelReadValues,
  readErrorReply,
  readRequestFrame,
} from '../../../fixtures/wire/s7-read.ts';
import { bytesOf, type WireTable } from '../../../fixtures/wire/s7-table.ts';
import type { Fault } from '../fault.ts';
import type { Checked } from './checked.ts';
import { checkConnectionConfirm, connectionRequest } from './connection-request.ts';
import { decodeClock } from './decode-clock.ts';
import { componentIdentity, moduleIdentity, protectionIdentity, runStateOf } from './identity.ts';
import { checkReadVar, type Item, readVarRequest } from './read-var.ts';
import { checkSetup, setupRequest } from './setup.ts';
import { parseSzl, type SystemStatusList } from './szl.ts';
import { tpktLengthOf } from './tpkt.ts';
import { checkLook, nextFragmentRequest, szlRequest } from './userdata.ts';

const szl = { group: 4, service: 1 } as const;
const item = (length: number): Item => ({ area: 'DB', db: 1, start: 0, length });
const items = (lengths: readonly number[]) => lengths.map(item);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function given<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(JSON.stringify(checked.fault));
  return checked.value;
}

function faultOf(checked: Checked<unknown>): Fault {
  if (checked.ok) throw new Error(`no fault: ${JSON.stringify(checked.value)}`);
  return checked.fault;
}

describe('what this reader sends is what is sent in the field', () => {
  it.each<[string, Uint8Array, WireTable]>([
    ['connection request', connectionRequest(1, 3), connectionRequestFrame],
    ['setup', setupRequest(0x0200, 480), setupRequestFrame],
    ['mode', szlRequest(0x0400, 0x0424, 4), modeRequest],
    ['protection', szlRequest(0x2c00, 0x0232, 4), protectionRequest],
    ['module', szlRequest(0x0800, 0x0011, 0), moduleRequest],
    ['names', szlRequest(0x0900, 0x001c, 0), componentRequest],
    ['next piece', nextFragmentRequest(0x0a00, 3), componentNextRequest],
    ['unknown list', szlRequest(0x6400, 0x0222, 0x5050), unknownListRequest],
    [
      'read',
      readVarRequest(7, [
        { area: 'DB', db: 10, start: 4, length: 6 },
        { area: 'M', db: 0, start: 20, length: 1 },
      ]),
      readRequestFrame,
    ],
  ])('%s', (_, frame, table) => {
    expect(hex(frame)).toBe(hex(bytesOf(table)));
  });
});

describe('the handshake', () => {
  it('takes the smaller TPDU of the two', () => {
    expect(given(checkConnectionConfirm(bytesOf(connectionConfirmFrame)))).toEqual({ tpduBytes: 512 });
  });

  it('is refused by a disconnect, with its reason', () => {
    expect(faultOf(checkConnectionConfirm(bytesOf(disconnectFrame)))).toMatchObject({ kind: 'refused', code: 2 });
  });

  it('takes the telegram length that the CPU answers with', () => {
    expect(given(checkSetup(bytesOf(setupReplyFrame), 0x0200, 480))).toEqual({ pduBytes: 240, jobs: 1 });
  });

  it('uses no odd byte of a telegram, where the fill byte of an odd item would not fit any more', () => {
    const reply = bytesOf(setupReplyFrame);
    reply.set([0x01, 0xfd], reply.length - 2);
    expect(given(checkSetup(reply, 0x0200, 509))).toEqual({ pduBytes: 508, jobs: 1 });
  });

  it('is not taken for connected when the setup is answered with an error', () => {
    expect(faultOf(checkSetup(bytesOf(setupErrorFrame), 0x0200, 480))).toMatchObject({
      kind: 'access-denied',
      code: 0x8104,
    });
  });

  it.each([
    ['longer than asked', 239],
    ['shorter than any CPU takes', 0xf0 + 480],
  ])('finds a telegram length %s malformed', (_, asked) => {
    const reply = bytesOf(setupReplyFrame);
    if (asked > 480) reply.set([0, 63], reply.length - 2);
    expect(faultOf(checkSetup(reply, 0x0200, asked))).toEqual({ kind: 'malformed-reply', what: 'S7 PDU length' });
  });
});

describe('reading variables', () => {
  it('gives the nine items that a panel read from an S7-300', () => {
    const read = given(checkReadVar(bytesOf(panelReadReply), 2, items(panelReadLengths)));
    expect(read.map((one) => hex(given(one)))).toEqual(panelReadValues);
  });

  it('keeps in step behind failed items, whatever their length field holds', () => {
    const [absent, beyond, good] = given(checkReadVar(bytesOf(failedItemsReply), 7, items([4, 4, 5])));
    expect(absent).toMatchObject({ ok: false, fault: { kind: 'no-such-address', code: 0x0a } });
    expect(beyond).toMatchObject({ ok: false, fault: { kind: 'no-such-address', code: 0x05 } });
    expect(good).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3, 4, 5) });
  });

  it.each([
    [0x01, 'refused'],
    [0x03, 'access-denied'],
    [0x05, 'no-such-address'],
    [0x06, 'refused'],
    [0x07, 'refused'],
    [0x0a, 'no-such-address'],
    [0x42, 'refused'],
    [0x00, 'refused'],
  ])('says of return code %i: %s', (code, kind) => {
    const reply = bytesOf(failedItemsReply);
    reply[21] = code;
    const [first] = given(checkReadVar(reply, 7, items([4, 4, 5])));
    expect(first).toMatchObject({ ok: false, fault: { kind, code } });
  });

  it.each([
    [0x8104, 'access-denied'],
    [0xd402, 'not-served'],
    [0x8302, 'busy'],
    [0x8701, 'no-such-address'],
    [0x8500, 'refused'],
  ])('says of header error %i: %s', (code, kind) => {
    const reply = bytesOf(readErrorReply);
    reply.set([code >> 8, code & 0xff], 17);
    expect(faultOf(checkReadVar(reply, 7, items([4])))).toMatchObject({ kind, code });
  });

  const good = () => bytesOf(failedItemsReply);
  const changed = (at: number, ...bytes: readonly number[]) => {
    const frame = good();
    frame.set(bytes, at);
    return frame;
  };
  it.each<[string, Uint8Array, readonly number[], string]>([
    ['another TPKT version', changed(0, 4), [4, 4, 5], 'TPKT version or length'],
    ['a TPKT length of its own', changed(2, 0, 39), [4, 4, 5], 'TPKT length'],
    ['another COTP type', changed(5, 0xd0), [4, 4, 5], 'COTP type'],
    ['a COTP unit that is not the last', changed(6, 0), [4, 4, 5], 'COTP end mark'],
    ['a COTP head of another length', changed(4, 3), [4, 4, 5], 'COTP length'],
    ['another protocol', changed(7, 0x72), [4, 4, 5], 'S7 protocol id'],
    ['a job instead of an answer', changed(8, 1), [4, 4, 5], 'S7 parameter and data lengths'],
    ['an answer without data', changed(8, 2), [4, 4, 5], 'S7 ROSCTR'],
    ['another PDU reference', changed(11, 0, 8), [4, 4, 5], 'S7 PDU reference'],
    ['parameters of another length', changed(13, 0, 3), [4, 4, 5], 'S7 parameter and data lengths'],
    ['data of another length', changed(15, 0, 16), [4, 4, 5], 'S7 parameter and data lengths'],
    ['another function', changed(19, 0x05), [4, 4, 5], 'S7 function'],
    ['another item count', changed(20, 2), [4, 4, 5], 'S7 item count'],
    ['fewer items than asked', good(), [4, 4], 'S7 item count'],
    ['an item of another length', good(), [4, 4, 4], 'S7 item length'],
    ['an item of an unknown transport size', changed(30, 0x0b), [4, 4, 5], 'S7 item length'],
    ['a length counted in the wrong unit', changed(30, 0x09), [4, 4, 5], 'S7 item length'],
    ['an item count that data does not bear out', changed(20, 4), [4, 4, 5, 1], 'S7 item head'],
    ['less data than the item says', changed(30, 0x04, 0, 0x30), [4, 4, 6], 'S7 data length'],
    ['more data than the items say', changed(29, 0x0a), [4, 4, 5], 'S7 data length'],
  ])('refuses %s', (_, frame, lengths, what) => {
    expect(faultOf(checkReadVar(frame, 7, items(lengths)))).toEqual({ kind: 'malformed-reply', what });
  });

  it('takes a fill byte behind an odd last item, as some servers send it', () => {
    const frame = Uint8Array.of(...good(), 0);
    frame[3] = 39;
    frame[16] = 18;
    expect(given(checkReadVar(frame, 7, items([4, 4, 5])))).toHaveLength(3);
  });
});

describe('system status lists', () => {
  const listOf = (id: number, ...frames: readonly (readonly [WireTable, number])[]): SystemStatusList => {
    const pieces = frames.map(([table, reference]) => given(checkLook(bytesOf(table), reference, szl)).bytes);
    return given(parseSzl(Buffer.concat(pieces), id));
  };

  it('tell the order number and the firmware', () => {
    expect(moduleIdentity(listOf(0x0011, [moduleReply, 0x0800]))).toEqual({
      model: '6ES7 315-2EH14-0AB0',
      firmware: 'V3.2.7',
    });
  });

  it('are joined from pieces that end in the middle of a record', () => {
    const first = given(checkLook(bytesOf(componentFirstPiece), 0x0900, szl));
    expect(first).toMatchObject({ more: true, sequence: 3 });
    expect(given(checkLook(bytesOf(componentLastPiece), 0x0a00, szl))).toMatchObject({ more: false, sequence: 3 });
    expect(componentIdentity(listOf(0x001c, [componentFirstPiece, 0x0900], [componentLastPiece, 0x0a00]))).toEqual({
      vendor: 'Siemens',
      name: 'PLC_1',
      serial: 'S C-B1U393142011',
    });
  });

  it('tell the protection level in force and the mode', () => {
    expect(protectionIdentity(listOf(0x0232, [protectionReply, 0x2c00]))).toEqual({ protectionLevel: 1 });
    expect(runStateOf(listOf(0x0424, [modeReply, 0x0400]))).toBe('run');
  });

  it.each([
    [0x08, 'run'],
    [0x68, 'run'],
    [0x09, 'run'],
    [0x04, 'stop'],
    [0x84, 'stop'],
    [0x01, 'stop'],
    [0x03, 'stop'],
    [0x00, 'unknown'],
    [0x06, 'unknown'],
    [0x0a, 'unknown'],
    [0x0d, 'unknown'],
    [0x48 + 0x05, 'unknown'],
  ] as const)('mode byte %i is %s', (mode, state) => {
    expect(runStateOf({ id: 0x0424, records: [Uint8Array.of(0x51, 0x44, 0xff, mode)] })).toBe(state);
    expect(runStateOf({ id: 0x0424, records: [] })).toBe('unknown');
  });

  it('are not served, which is neither run nor an identity', () => {
    expect(faultOf(checkLook(bytesOf(notServedReply), 0x6400, szl))).toMatchObject({
      kind: 'not-served',
      code: 0xd402,
    });
  });

  it.each([
    ['another list', Uint8Array.from([0, 0x12, 0, 0, 0, 4, 0, 0]), 'SZL 0x0012 for 0x0011'],
    [
      'fewer records than it says',
      Uint8Array.from([0, 0x11, 0, 0, 0, 4, 0, 2, 1, 2, 3, 4]),
      'SZL 0x0011 shorter than its 2 records',
    ],
    ['no head', Uint8Array.of(0, 0x11), 'SZL of 2 bytes'],
  ])('are undecodable as %s', (_, bytes, what) => {
    expect(faultOf(parseSzl(bytes, 0x0011))).toEqual({ kind: 'undecodable', what });
  });

  it.each([
    ['the clock service', 22, 0x87, 'userdata service'],
    ['another service', 23, 2, 'userdata service'],
    ['a parameter head of its own', 18, 2, 'userdata parameter head'],
    ['another parameter length', 20, 9, 'userdata parameter length'],
    ['another data length', 32, 0x1d, 'userdata length'],
    ['another transport size', 30, 0x04, 'userdata length'],
  ])('are refused from %s', (_, at, byte, what) => {
    const frame = bytesOf(modeReply);
    frame[at] = byte;
    expect(faultOf(checkLook(frame, 0x0400, szl))).toEqual({ kind: 'malformed-reply', what });
  });
});

describe('the clock', () => {
  it('has no zone and may lie about its century', () => {
    const { bytes } = given(checkLook(bytesOf(clockReply), 5, { group: 7, service: 1 }));
    expect(decodeClock(bytes)).toBe(Date.UTC(2017, 11, 30, 23, 59, 58, 765));
  });
});

describe('the checks', () => {
  const frames = [
    connectionConfirmFrame,
    disconnectFrame,
    setupReplyFrame,
    panelReadReply,
    failedItemsReply,
    readErrorReply,
    modeReply,
    componentFirstPiece,
    notServedReply,
    clockReply,
  ].map(bytesOf);
  const mangled = fc
    .tuple(fc.constantFrom(...frames), fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([frame, where, noise, isCut]) => {
      const at = 4 + (where % (frame.length - 4));
      const rest = isCut ? [] : [...noise, ...frame.subarray(at + noise.length)];
      const whole = Uint8Array.of(...frame.subarray(0, at), ...rest);
      // A length that fits lets the damage through to the checks behind it.
      whole.set([whole.length >> 8, whole.length & 0xff], 2);
      return whole;
    });
  const references = fc.constantFrom(2, 5, 7, 0x0200, 0x0400, 0x0900, 0x6400);

  it('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(mangled, fc.uint8Array({ maxLength: 120 })), references, (frame, reference) => {
        const results: Checked<unknown>[] = [
          checkConnectionConfirm(frame),
          checkSetup(frame, reference, 960),
          checkReadVar(frame, reference, items(panelReadLengths)),
          checkLook(frame, reference, szl),
          parseSzl(frame, 0x0011),
        ];
        for (const result of results) expect(result.ok || result.fault.kind).toBeTruthy();
      }),
      { numRuns: 3000 },
    );
  });

  it('know the length of a frame from its first bytes, and garbage from the first one', () => {
    expect(tpktLengthOf(Uint8Array.of())).toBeUndefined();
    expect(tpktLengthOf(Uint8Array.of(3, 0, 0))).toBeUndefined();
    expect(tpktLengthOf(Uint8Array.of(3, 0, 1, 2))).toBe(258);
    expect(tpktLengthOf(Uint8Array.of(3, 0, 0, 6))).toBe('malformed');
    expect(tpktLengthOf(Buffer.from('H'))).toBe('malformed');
    expect(tpktLengthOf(Buffer.from('HTTP/1.1 400 Bad Request\r\n'))).toBe('malformed');
  });
});
