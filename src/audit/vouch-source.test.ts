import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant, type Plant, type Via } from '../plant/index.ts';
import type { RecordedObservation } from './record.ts';
import { vouch } from './vouch.ts';
import type { Witnessed } from './witness.ts';

const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;
const at = { utc: Date.parse('2018-02-01T10:00:00+08:00'), monotonicMs: 0 };

function reading(tag: string, value: number | boolean): RecordedObservation {
  const type = typeof value === 'boolean' ? ('bool' as const) : ('float32' as const);
  const raw = new Uint8Array();
  return { kind: 'reading', tag, value, type, quality: 'good', raw, at, exchange: 1, evidence: 7, sample: 1 };
}

function observed(...all: readonly RecordedObservation[]): ReadonlyMap<string, Witnessed> {
  const controller = {
    id: 'SIS',
    endpoint: '',
    evidence: 1,
    points: { asked: 1, read: 1 },
    durationMs: 0,
    standby: [],
  };
  const none = { connections: 1, requests: {}, bytesOut: 0, bytesIn: 0, peakPerSecond: 0, writes: 0 as const };
  const observations = new Map(all.map((one) => [one.tag, [one]]));
  return new Map([['SIS', { controller, traffic: { controller: 'SIS', ...none }, observations }]]);
}

function from(via: Via): Plant {
  const mirrored = via === 'mirror' ? { mirrorOf: 'DCS' } : {};
  const controllers = plant.controllers.map((it) => (it.id === 'SIS' ? { ...it, via, ...mirrored } : it));
  return { ...plant, controllers };
}

const need = { kind: 'reading', tag: 'MOS-1' } as const;
const nobody = new Set<string>();

describe('vouching', () => {
  it.each<[Via, 'accepted' | undefined, boolean]>([
    ['direct', undefined, true],
    ['opc-server', undefined, true],
    ['gateway', undefined, true],
    ['mirror', undefined, false],
    ['mirror', 'accepted', true],
    ['file', undefined, false],
    ['file', 'accepted', false],
  ])('of a value that comes via %s, a mirror being %s: %s', (via, mirror, ok) => {
    const vouched = vouch([need], from(via), observed(reading('MOS-1', false)), nobody, mirror);
    expect(vouched.ok).toBe(ok);
  });

  it('says whose mirror it was', () => {
    const vouched = vouch([need], from('mirror'), observed(reading('MOS-1', false)), nobody);
    expect(vouched).toMatchObject({
      missing: [{ why: { key: 'audit.only-mirrored', with: { at: 'SIS', of: 'DCS' } } }],
    });
  });

  it('goes by the point where the point says otherwise than its controller', () => {
    const point = plant.points.get('MOS-1');
    if (point === undefined) throw new Error('no MOS-1');
    const points = new Map(plant.points).set('MOS-1', { ...point, via: 'mirror' as const, mirrorOf: 'DCS' });
    expect(vouch([need], { ...plant, points }, observed(reading('MOS-1', false)), nobody).ok).toBe(false);
  });

  it('gives an optional reading that is not there as no reading at all', () => {
    const optional = { ...need, optional: true } as const;
    const vouched = vouch([optional], plant, observed(), nobody);
    expect(vouched.ok && vouched.inputs.readings('MOS-1')).toEqual([]);
    expect(vouched.ok && (() => vouched.inputs.reading('MOS-1'))).toThrow('MOS-1');
  });

  it.each([
    [60_000, true],
    [60_001, false],
  ])('of a file that ends %i ms before something that was read live: %s', (earlierMs, ok) => {
    const all = new Map(observed(reading('MOS-1', false)));
    const [sis] = [...all.values()];
    if (sis === undefined) throw new Error('no SIS');
    const exported = { by: '王五', on: '2018-02-01', zoneMinutes: 480, until: at.utc, files: [] };
    all.set('SIS', { ...sis, controller: { ...sis.controller, exported } });
    const later = { ...reading('X', true), at: { utc: at.utc + earlierMs, monotonicMs: 0 } };
    all.set('DCS', { ...sis, observations: new Map([['X', [later]]]) });
    const vouched = vouch([need], from('file'), all, nobody);
    expect(vouched.ok).toBe(ok);
    if (!vouched.ok) expect(vouched.missing[0]?.why.key).toBe('file.ended');
  });
});
