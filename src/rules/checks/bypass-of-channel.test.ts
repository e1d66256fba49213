import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant } from '../../plant/index.ts';
import type { Value } from '../../protocols/index.ts';
import type { Inputs } from '../check.ts';
import { excusedIn } from './bypass-of-channel.ts';
import { channelHealthParts } from './channel-health.ts';

const loaded = loadPlant(fileURLToPath(new URL('../packs/case-plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;
const it1 = plant.functions.find(({ id }) => id === 'SIF-1');
const cause = it1?.causes[0];
if (it1 === undefined || cause === undefined) throw new Error('the case plant lacks SIF-1');

const at = (time: string) => Date.parse(`2018-02-01T${time}:00+08:00`);
const refuse = () => {
  throw new Error('not asked for');
};

/** Readings by tag, each as [value, time of day]; a tag that is not named gave none. */
function inputsOf(readings: Readonly<Record<string, readonly (readonly [Value, string])[]>>): Inputs {
  const of = (tag: string) => (readings[tag] ?? []).map(([value, time]) => ({ value, atMs: at(time) }));
  const last = (tag: string) => of(tag).at(-1) ?? refuse();
  return {
    reading: last,
    readings: of,
    series: of,
    resolutionMs: () => 1000,
    selfReport: refuse,
    standby: refuse,
    writable: refuse,
    recordReach: refuse,
    past: refuse,
    observedAtMs: at('10:00'),
  };
}

// MOS-2 has a permit from 08:00 to 16:00, MOS-1 has none.
describe('what excuses a channel', () => {
  it.each([
    ['its own bypass under a permit', 'T-2', { 'MOS-2': [[true, '10:00']] }, 'yes'],
    ['its own bypass, off', 'T-2', { 'MOS-2': [[false, '10:00']] }, 'no'],
    ['its own bypass without a permit', 'T-1', { 'MOS-1': [[true, '10:00']] }, 'no'],
    ['the permitted bypass of a sister', 'T-1', { 'MOS-1': [[false, '10:00']], 'MOS-2': [[true, '10:00']] }, 'no'],
    [
      'its own without a permit beside the permitted one of a sister',
      'T-1',
      { 'MOS-1': [[true, '10:00']], 'MOS-2': [[true, '10:00']] },
      'no',
    ],
    [
      'a permit that ran out while the bypass was seen on',
      'T-2',
      {
        'MOS-2': [
          [true, '15:59'],
          [true, '16:01'],
        ],
      },
      'no',
    ],
    [
      'a permitted bypass that was on and off again',
      'T-2',
      {
        'MOS-2': [
          [true, '10:00'],
          [false, '10:01'],
        ],
      },
      'yes',
    ],
    ['a bypass that was not read, a permit in force', 'T-2', {}, 'unclear'],
    ['a bypass that was not read, no permit', 'T-1', {}, 'no'],
  ] as const)('%s', (_, channel, readings, expected) => {
    expect(excusedIn(cause, channel, plant, inputsOf(readings))).toBe(expected);
  });
});

describe('the health of a channel beside bypasses', () => {
  const health = (channel: string, readings: Parameters<typeof inputsOf>[0]) =>
    channelHealthParts(it1, plant)
      .find(({ name }) => name === `channel ${channel}`)
      ?.judge(inputsOf(readings)).says;

  it('is not judged under a permit of its own', () => {
    expect(health('T-2', { 'T-2': [[-10, '10:00']], 'MOS-2': [[true, '10:00']] })).toBe('pass');
  });

  it('is judged where only the switch of a sister has a permit, whether its own is on or off', () => {
    const sister = { 'T-1': [[-10, '10:00']], 'MOS-2': [[true, '10:00']] } as const;
    expect(health('T-1', { ...sister, 'MOS-1': [[true, '10:00']] })).toBe('fail');
    expect(health('T-1', { ...sister, 'MOS-1': [[false, '10:00']] })).toBe('fail');
  });
});
