import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant, type Point } from '../plant/index.ts';
import type { Reading } from '../protocols/index.ts';
import type { RecordedObservation } from './record.ts';
import { usable } from './usable.ts';

const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-plant.yaml', import.meta.url)));
const point = (tag: string): Point => {
  const found = loaded.ok ? loaded.plant.points.get(tag) : undefined;
  if (found === undefined) throw new Error(`no point ${tag}`);
  return found;
};
const at = { utc: 1_000_000, monotonicMs: 0 };
const reading = (of: Partial<Reading>): RecordedObservation => ({
  kind: 'reading',
  tag: 'T-1',
  value: 20,
  type: 'float32',
  quality: 'good',
  raw: new Uint8Array(),
  at,
  exchange: 1,
  evidence: 7,
  sample: 1,
  ...of,
});

describe('usable', () => {
  it('lets a good reading through in engineering units', () => {
    const scaled: Point = { ...point('T-1'), scale: { factor: 0.5, offset: 10 } };
    expect(usable(scaled, reading({ value: 20 }), 0)).toEqual({
      usable: true,
      sample: { value: 20, atMs: at.utc },
      evidence: [7],
    });
  });

  it.each<[string, Partial<Reading>, string]>([
    ['uncertain is not good', { quality: 'uncertain' }, 'audit.quality-uncertain'],
    ['a bad value is never compared', { quality: 'bad' }, 'audit.quality-bad'],
    ['another type than declared', { type: 'int32' }, 'audit.wrong-type'],
    ['not a number', { value: Number.NaN }, 'audit.not-finite'],
    ['infinite', { value: Number.POSITIVE_INFINITY }, 'audit.not-finite'],
    ['a server time of an hour ago', { serverTime: at.utc - 3_600_000 }, 'audit.stale'],
  ])('turns away %s', (_, of, key) => {
    expect(usable(point('T-1'), reading(of), 0)).toMatchObject({ usable: false, why: { key }, evidence: [7] });
  });

  it('judges age on the clock of the controller, not on ours', () => {
    expect(usable(point('T-1'), reading({ serverTime: at.utc - 3_600_000 }), -3_600_000)).toMatchObject({
      usable: true,
    });
  });

  it.each<[string, Partial<Point>, Partial<Reading>, boolean]>([
    ['older than its own allowed age', { maxAgeMs: 5000 }, { serverTime: at.utc - 6000 }, false],
    ['within its own allowed age', { maxAgeMs: 7_200_000 }, { serverTime: at.utc - 3_600_000 }, true],
    ['unchanged for an hour', {}, { sourceTime: at.utc - 3_600_000 }, true],
    ['stamped on change', { stamps: 'on-change' }, { sourceTime: at.utc - 3_600_000 }, true],
    ['stamped on sample an hour ago', { stamps: 'on-sample' }, { sourceTime: at.utc - 3_600_000 }, false],
  ])('judges a reading %s', (_, declared, of, isUsable) => {
    expect(usable({ ...point('T-1'), ...declared }, reading(of), 0).usable).toBe(isUsable);
  });

  it('does not take a bypass at 2 for off', () => {
    const bypass: Point = { ...point('MOS-1'), type: 'int16' };
    expect(usable(bypass, reading({ type: 'int16', value: 2 }), 0)).toMatchObject({ usable: false });
    expect(usable(bypass, reading({ type: 'int16', value: 0 }), 0)).toMatchObject({ usable: true });
  });

  it('gives the reason of a silence, and of a point that was never read', () => {
    const silence: RecordedObservation = {
      kind: 'silence',
      tag: 'T-1',
      fault: { kind: 'timeout', during: 'read', afterMs: 2000 },
      at,
      evidence: 8,
      sample: 1,
    };
    expect(usable(point('T-1'), silence, 0)).toMatchObject({
      usable: false,
      why: { key: 'protocols.fault-timeout-read' },
    });
    expect(usable(point('T-1'), undefined, 0)).toMatchObject({ usable: false, why: { key: 'audit.never-read' } });
  });
});
