import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant, type Plant, type Point, type Trip } from '../../../plant/index.ts';
import type { Inputs, Judgement } from '../../check.ts';
import { setpointAsApproved } from './check.ts';

const loaded = loadPlant(fileURLToPath(new URL('../../packs/case-plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;

/** What is said of a setpoint point that holds `value`, where trip and point are declared as given. */
function judged(value: number, trip: Partial<Trip>, point: Partial<Point> = {}): Judgement {
  const [sif] = plant.functions.filter((each) => each.id === 'SIF-1');
  const [cause] = sif?.causes ?? [];
  const setpoint = plant.points.get('T-1.SP');
  if (sif === undefined || cause?.trip === undefined || setpoint === undefined) throw new Error('no trip of SIF-1');
  const it: Plant['functions'][number] = { ...sif, causes: [{ ...cause, trip: { ...cause.trip, ...trip } }] };
  const changed = { ...plant, points: new Map(plant.points).set('T-1.SP', { ...setpoint, ...point }) };
  const dates = { observationDate: '2018-02-01', lawDate: '2018-02-01' };
  const subject = { kind: 'safety-function' as const, id: it.id, function: it, rows: [], plant: changed };
  const [part] = setpointAsApproved.parts(subject, {}, dates);
  if (part === undefined || part.lacks !== undefined) throw new Error('nothing to judge');
  const sample = { value, atMs: 0 };
  const nobodyAsked = () => {
    throw new Error('nobody asked');
  };
  const inputs: Inputs = {
    observedAtMs: 0,
    reading: () => sample,
    readings: () => [sample],
    series: nobodyAsked,
    resolutionMs: nobodyAsked,
    selfReport: nobodyAsked,
    standby: nobodyAsked,
    writable: nobodyAsked,
    recordReach: nobodyAsked,
    past: nobodyAsked,
  };
  return part.judge(inputs);
}

const approved = { document: 'DOC-SRS' };
const above = (value: number, unit = '℃'): Partial<Trip> => ({ direction: 'above', value: { value, unit }, approved });
const below = (value: number, unit = '℃'): Partial<Trip> => ({ direction: 'below', value: { value, unit }, approved });
const tolerant = (value: number) => ({ ...above(120), approved: { ...approved, tolerance: { value, unit: '℃' } } });

describe('a setpoint', () => {
  it.each<[string, number, Partial<Trip>, Partial<Point>, 'pass' | 'unsafe' | 'safe']>([
    ['as approved', 120, above(120), {}, 'pass'],
    ['as a REAL holds it', Math.fround(0.4), above(0.4), { type: 'float32' }, 'pass'],
    ['as a LREAL holds it', 0.4, above(0.4), { type: 'float64' }, 'pass'],
    ['that a LREAL holds as a REAL', Math.fround(0.1), above(0.1), { type: 'float64' }, 'unsafe'],
    ['one step of a REAL higher', 120.00000762939453, above(120), {}, 'unsafe'],
    [
      'in the steps of a scaled integer',
      120.0,
      above(120.04),
      { type: 'int16', scale: { factor: 0.1, offset: 0 } },
      'pass',
    ],
    ['a step off', 120.1, above(120.04), { type: 'int16', scale: { factor: 0.1, offset: 0 } }, 'unsafe'],
    ['at the edge of the tolerance', 120.5, tolerant(0.5), {}, 'pass'],
    ['beyond the tolerance', 120.75, tolerant(0.5), {}, 'unsafe'],
    ['higher than approved, of a high trip', 121, above(120), {}, 'unsafe'],
    ['lower than approved, of a high trip', 119, above(120), {}, 'safe'],
    ['lower than approved, of a low trip', 119, below(120), {}, 'unsafe'],
    ['higher than approved, of a low trip', 121, below(120), {}, 'safe'],
    ['in another unit', 248, above(120), { unit: '°F' }, 'pass'],
    ['in another unit, off', 250, above(120), { unit: '°F' }, 'unsafe'],
    ['of a gauge pressure', 400, above(0.4, 'MPa(g)'), { unit: 'kPa(g)', type: 'float64' }, 'pass'],
  ])('%s', (_, value, trip, point, expected) => {
    const said = judged(value, trip, point);
    const word = said.says === 'fail' ? (said.side ?? 'unsafe') : said.says;
    expect(word).toBe(expected);
  });

  it('of a gauge pressure is never compared with an absolute one', () => {
    expect(() => judged(400, above(0.4, 'MPa(g)'), { unit: 'kPa(a)' })).toThrow('nothing to judge');
  });
});
