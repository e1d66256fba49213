import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forbiddenInS7 } from './allow-list.ts';
import { connectionRequest } from './connection-request.ts';
import { jobFrame, userdataFrame } from './job.ts';
import { readVarRequest } from './read-var.ts';
import { setupRequest } from './setup.ts';
import { clockRequest, nextFragmentRequest, szlRequest } from './userdata.ts';

const item = { area: 'DB', db: 1, start: 0, length: 4 } as const;
const allowed: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['connection request', connectionRequest(0, 3)],
  ['setup communication', setupRequest(1, 960)],
  ['read of one item', readVarRequest(2, [item])],
  [
    'read of 20 items',
    readVarRequest(
      2,
      Array.from({ length: 20 }, () => item),
    ),
  ],
  ['system status list', szlRequest(3, 0x0424, 0)],
  ['next piece of a list', nextFragmentRequest(4, 7)],
  ['clock', clockRequest(5)],
];
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const userdata = (group: number, service: number, data = '0a000000') =>
  userdataFrame(1, { parameters: Uint8Array.of(0, 1, 0x12, 4, 0x11, group, service, 0), data: bytes(data) });

describe('the allow-list', () => {
  it.each(allowed)('lets %s pass', (_, frame) => {
    expect(forbiddenInS7(frame)).toBeUndefined();
  });

  it('of all job functions lets only setup and read pass, whatever their parameters are', () => {
    for (let service = 0; service <= 0xff; service += 1) {
      const shapes = [
        Uint8Array.of(service),
        Uint8Array.of(service, 0, 0, 1, 0, 1, 0, 240),
        Uint8Array.of(service, 1, 0x12, 0x0a, 0x10, 2, 0, 1, 0, 1, 0x84, 0, 0, 0),
      ];
      const passed = shapes.filter((parameters) => forbiddenInS7(jobFrame(1, parameters)) === undefined);
      expect(passed, `function ${service}`).toHaveLength(service === 0xf0 || service === 0x04 ? 1 : 0);
    }
  });

  it('of all userdata groups and services lets only SZL and clock reading pass', () => {
    const passed: string[] = [];
    for (const data of ['0a000000', 'ff090004 0424 0000', 'ff09000a 00 19 2611232046510001']) {
      const frame = userdata(0, 0, data);
      for (let group = 0; group <= 0xff; group += 1) {
        for (let service = 0; service <= 0xff; service += 1) {
          frame.set([group, service], 22);
          if (forbiddenInS7(frame) === undefined) passed.push(`${group}/${service} ${data}`);
        }
      }
    }
    expect(passed).toEqual([`${0x47}/1 0a000000`, `${0x44}/1 ff090004 0424 0000`]);
  });

  it.each([
    ['nothing', ''],
    ['no TPKT', '474554202f20485454502f312e31'],
    ['a write', '0300002402f080320100000001000e00050501120a100100010000830000090003000100'],
    ['a stop', '0300002102f0803201000000010010000029000000000009505f50524f4752414d'],
    ['an acknowledgement', '0300001b02f080320300000200000800000000f0000001000100f0'],
    ['another protocol', '0300000f02f0807201000008000000'],
    ['a COTP disconnect', '0300000b06800001000002'],
    ['a data TPDU that is not the last', '0300001902f00032010000020000080000f0000001000101e0'],
    ['a read with data behind it', '0300002302f080320100000001000e0004 0401120a10020004000184000040 deadbeef'],
    ['a read that says another length', '0300001f02f080320100000001000d00000401120a10080001000184000040'],
    [
      'the request for a next piece of another service',
      '0300002102f080320700000a00000c00040001120812470103000000000a000000',
    ],
  ])('holds back %s', (_, hex) => {
    expect(forbiddenInS7(bytes(hex))).toBeTypeOf('string');
  });

  it('holds back a read of no item and of more than 20', () => {
    expect(forbiddenInS7(readVarRequest(2, []))).toBe('S7 function 0x04');
    expect(
      forbiddenInS7(
        readVarRequest(
          2,
          Array.from({ length: 21 }, () => item),
        ),
      ),
    ).toBe('S7 function 0x04');
  });

  it('holds back two telegrams in one', () => {
    const [, read = new Uint8Array()] = allowed[2] ?? [];
    const write = bytes('0300002402f080320100000001000e00050501120a100100010000830000090003000100');
    expect(forbiddenInS7(Uint8Array.of(...read, ...write))).toBe('bytes that are not one TPKT');
  });

  it('lets nothing else pass: an allowed frame with any byte changed still only reads, or is held back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...allowed),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        ([, frame], where, difference) => {
          const at = where % frame.length;
          const changed = Uint8Array.from(frame, (byte, index) => (index === at ? byte ^ difference : byte));
          if (forbiddenInS7(changed) !== undefined) return;
          const isData = changed[5] === 0xf0;
          const isJob = isData && changed[8] === 1 && (changed[17] === 0xf0 || changed[17] === 0x04);
          const isLook =
            isData && changed[8] === 7 && (changed[22] === 0x44 || changed[22] === 0x47) && changed[23] === 1;
          expect(changed[5] === 0xe0 || isJob || isLook).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
