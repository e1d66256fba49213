import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant, type Plant, type Sequence } from '../plant/index.ts';
import { loadCatalogue, loadPack } from '../rules/index.ts';
import { judgedPlant } from './judged-plant.test-data.ts';

const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-plant-checks.yaml', import.meta.url)));
const house = loadPack('house');
if (!loaded.ok || !house.ok) throw new Error('the case plant or the pack has faults');
const { plant } = loaded;

const closed = { 'YS-1': true, 'XV-1.ZSC': true, 'SIF-1.TRIP': false, 'HS-1': true, 'SEQ-1': false, 'T.SP': 120 };
const channels = Object.fromEntries(
  [1, 2, 3].flatMap((at) => [
    [`T-${at}`, 80],
    [`T-${at}.FLT`, false],
  ]),
);
const quiet = { 'MOS-1': false, 'MOS-2': false, 'MOS-3': false, 'FRC-1': false };

function said(of: Plant): readonly string[] {
  const readings = { ...closed, ...channels, ...quiet };
  const packs = house.ok ? [house.pack] : [];
  const { outcomes } = judgedPlant(of, { catalogue: loadCatalogue(), packs, lawDate: '2018-02-01' }, readings);
  return outcomes
    .filter(({ rule, subject }) => rule === 'effect-has-cause' && subject.id === 'SIF-1')
    .flatMap(({ parts }) => parts.map(({ result }) => result));
}

/** The sequence as it is declared by people who cannot tell when it runs. */
function withoutSignal({ activeWhen: _, ...rest }: Sequence): Sequence {
  return rest;
}

describe('an element in its safe state that a sequence may have moved', () => {
  it('has no cause where the sequence is seen not to run', () => {
    expect(said(plant)).toEqual(['fail']);
  });

  it('is neither excused nor blamed where nobody can tell when the sequence runs', () => {
    expect(said({ ...plant, sequences: plant.sequences.map(withoutSignal) })).toEqual(['informational']);
  });
});
