import { describe, expect, it } from 'vitest';
import { ReadOnlyViolation } from '../read-only-guard.ts';
import { forbiddenInRtu } from './allow-list.ts';
import { GuardedPort } from './guarded-port.ts';

const frame = (...bytes: number[]) => Uint8Array.from(bytes);

describe('the allow-list of RTU', () => {
  it.each([1, 2, 3, 4])('lets a request of FC%d leave', (functionCode) => {
    expect(forbiddenInRtu(frame(1, functionCode, 0, 10, 0, 2, 0xc5, 0xcd))).toBeUndefined();
  });

  it('lets no other function leave, whatever its length', () => {
    for (let functionCode = 0; functionCode < 256; functionCode++) {
      if (functionCode >= 1 && functionCode <= 4) continue;
      for (const length of [2, 4, 8, 11, 256]) {
        const bytes = new Uint8Array(length);
        bytes.set([1, functionCode]);
        expect(forbiddenInRtu(bytes)).toBe(`FC${functionCode}`);
      }
    }
  });

  it.each([
    ['nothing', frame()],
    ['half a request', frame(1, 3, 0, 10)],
    ['two requests in one', frame(1, 3, 0, 0, 0, 1, 0, 0, 1, 6, 0, 0, 0, 1, 0, 0)],
    ['a broadcast', frame(0, 3, 0, 10, 0, 2, 0, 0)],
  ])('lets %s not leave', (_name, bytes) => {
    expect(forbiddenInRtu(bytes)).toBeDefined();
  });

  it('holds a write back before the first byte of it is on the wire', async () => {
    const written: Uint8Array[] = [];
    const port = new GuardedPort({
      controller: 'GDS',
      openWire: () => ({
        opened: Promise.resolve(undefined),
        write: (bytes) => written.push(bytes),
        close: () => Promise.resolve(),
      }),
      onSend: () => undefined,
      onLost: () => undefined,
    });
    await new Promise<void>((resolve) => port.open(() => resolve()));
    expect(() => port.write(frame(1, 6, 0, 10, 0, 2, 0, 0))).toThrow(ReadOnlyViolation);
    expect(written).toEqual([]);
    port.write(frame(1, 3, 0, 10, 0, 2, 0, 0));
    expect(written).toHaveLength(1);
  });
});
