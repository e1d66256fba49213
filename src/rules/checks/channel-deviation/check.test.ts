import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Cause, loadPlant } from '../../../plant/index.ts';
import { channelDeviation } from './check.ts';

const loaded = loadPlant(fileURLToPath(new URL('../../packs/case-plant-checks.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;
const voted = plant.functions.filter(({ causes }) => causes.some(({ deviation }) => deviation !== undefined));

/** The parts of the function that declares a deviation, with its causes changed. */
function partsWith(change: (cause: Cause) => Cause): readonly string[] {
  return voted.flatMap((it) => {
    const changed = { ...it, causes: it.causes.map(change) };
    const subject = { kind: 'safety-function' as const, id: it.id, function: changed, rows: [], plant };
    return channelDeviation.parts(subject, {}, { observationDate: '', lawDate: '' }).map(({ name }) => name);
  });
}

describe('what sister channels are compared for', () => {
  it('is the deviation that is declared for them', () => {
    expect(partsWith((cause) => cause)).toHaveLength(1);
  });

  it('is nothing where there is one channel alone, whatever deviation is declared', () => {
    expect(partsWith((cause) => ({ ...cause, channels: cause.channels.slice(0, 1) }))).toEqual([]);
  });

  it('is nothing where no deviation is declared', () => {
    expect(partsWith(({ deviation: _, ...cause }) => cause)).toEqual([]);
  });
});
