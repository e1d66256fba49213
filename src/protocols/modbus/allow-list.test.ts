import { describe, expect, it } from 'vitest';
import { forbiddenIn } from './allow-list.ts';
import { frameOf, readPdu } from './frame.ts';
import { identificationPdu } from './identification.ts';

/** The one allowed form of each function, and for all others the form of a read, which changes nothing about them. */
const pduOf = (functionCode: number) => {
  if (functionCode === 17) return Uint8Array.of(17);
  if (functionCode === 43) return identificationPdu(0);
  const pdu = readPdu(3, 0, 1);
  pdu[0] = functionCode;
  return pdu;
};

describe('the read-only allow-list', () => {
  const codes = Array.from({ length: 256 }, (_, code) => code);

  it('lets six of 256 function codes out', () => {
    const out = codes.filter((code) => forbiddenIn(frameOf(1, 1, pduOf(code))) === undefined);
    expect(out).toEqual([1, 2, 3, 4, 17, 43]);
  });

  it('names the function that it holds back', () => {
    for (const code of codes.filter((code) => ![1, 2, 3, 4, 17, 43].includes(code))) {
      expect(forbiddenIn(frameOf(1, 1, pduOf(code)))).toBe(`FC${code}`);
    }
  });

  it('lets only read device identification out of FC43', () => {
    const out = codes.filter((mei) => forbiddenIn(frameOf(1, 1, Uint8Array.of(43, mei, 1, 0))) === undefined);
    expect(out).toEqual([14]);
    expect(forbiddenIn(frameOf(1, 1, Uint8Array.of(43, 13, 1, 0)))).toBe('FC43/13');
  });

  it('lets nothing ride behind an allowed request', () => {
    const write = frameOf(2, 1, Uint8Array.of(6, 0, 0, 0, 1));
    const read = frameOf(1, 1, readPdu(3, 0, 1));
    expect(forbiddenIn(Uint8Array.of(...read, ...write))).toBe('FC3 in a frame of 24 bytes');
    expect(forbiddenIn(frameOf(1, 1, Uint8Array.of(3, 0, 0, 0, 1, 0)))).toBe('FC3 in a frame of 13 bytes');
  });

  it('lets out no frame whose header says something else', () => {
    const read = frameOf(1, 1, readPdu(3, 0, 1));
    for (const [index, value] of [
      [2, 1],
      [3, 1],
      [4, 1],
      [5, 7],
      [5, 5],
    ] as const) {
      expect(forbiddenIn(read.with(index, value)), `byte ${index}`).toMatch('FC3 in a frame');
    }
    expect(forbiddenIn(read.subarray(0, 7))).toBe('a frame of 7 bytes');
    expect(forbiddenIn(new Uint8Array())).toBe('a frame of 0 bytes');
  });
});
