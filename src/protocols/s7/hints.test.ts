import { describe, expect, it } from 'vitest';
import type { Fault } from '../fault.ts';
import type { Identity } from '../reader.ts';
import { s7Hints } from './hints.ts';
import { itemFault, telegramFault } from './return-code.ts';

const at = { utc: 0, monotonicMs: 0 };
const point = { tag: 'TT-101', type: 'float32', address: { protocol: 's7', area: 'DB', db: 1, byte: 0 } } as const;
const keysOf = (fault: Fault) => {
  const silence = { kind: 'silence', tag: 'TT-101', fault, at } as const;
  return {
    point: s7Hints.ofPoint(point, silence).remarks.map(({ key }) => key),
    all: s7Hints.ofPoints([silence]).map(({ key }) => key),
  };
};

describe('s7Hints', () => {
  it.each<[Fault, string[], string[]]>([
    [telegramFault(0x8104), ['probe.put-get'], ['probe.not-for-the-audit']],
    [itemFault(0x03), ['probe.put-get-or-optimized'], ['probe.not-for-the-audit']],
    [itemFault(0x0a), ['probe.optimized'], []],
    [{ kind: 'timeout', during: 'read', afterMs: 1 }, [], []],
  ])('says of %j', (fault, one, all) => {
    expect(keysOf(fault)).toEqual({ point: one, all });
  });

  it('hints at rack and slot where the connection was refused, not where nobody answered', () => {
    const keys = (fault: Fault) => s7Hints.ofConnect(fault).map(({ key }) => key);
    expect(keys({ kind: 'refused', code: 0, name: 'COTP disconnect' })).toEqual(['probe.rack-slot']);
    expect(keys({ kind: 'timeout', during: 'connect', afterMs: 1 })).toEqual([]);
  });

  it.each<[Identity, string[]]>([
    [{ protectionLevel: 1 }, ['probe.unprotected']],
    [{ protectionLevel: 3 }, []],
    [{ model: '6ES7 412' }, ['probe.protection-unknown']],
  ])('takes an unknown protection level for unknown: %j', (identity, keys) => {
    const self = { endpoint: 's7://x', identity, runState: 'run', exchanges: [] } as const;
    expect(s7Hints.ofSelf(self).map(({ key }) => key)).toEqual(keys);
  });
});
