import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant, type SafetyFunction } from '../../../plant/index.ts';
import { noInputs } from '../no-inputs.test-data.ts';
import { elementsIndependent } from './check.ts';

const loaded = loadPlant(fileURLToPath(new URL('../../packs/case-plant-checks.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const { plant } = loaded;
const sharing = plant.functions.filter(({ id }) => id === 'SIF-2');

/** What is said of the elements of SIF-2, which shares XV-2 with a control loop, at a SIL and from a SIL on. */
function elementsAt(sil: NonNullable<SafetyFunction['sil']>, from: number) {
  return sharing.map((it): unknown => {
    const subject = { kind: 'safety-function' as const, id: it.id, function: { ...it, sil }, rows: [], plant };
    const parts = elementsIndependent.parts(subject, { sil: from }, { observationDate: '', lawDate: '' });
    return parts.find(({ name }) => name === 'elements')?.judge(noInputs);
  });
}

describe('a function that asks for no independence', () => {
  const namesOf = (change: (it: SafetyFunction) => SafetyFunction) =>
    sharing.flatMap((it) => {
      const subject = { kind: 'safety-function' as const, id: it.id, function: change(it), rows: [], plant };
      const dates = { observationDate: '', lawDate: '' };
      return elementsIndependent.parts(subject, { sil: 2 }, dates).map(({ name }) => name);
    });

  it('has no part: without a SIL, or proved by a document', () => {
    expect(namesOf((it) => ({ ...it, sil: 2 }))).toEqual(['sensors', 'elements']);
    expect(namesOf(({ sil: _, ...it }) => it)).toEqual([]);
    expect(namesOf((it) => ({ ...it, sil: 2, document: 'DOC' }))).toEqual([]);
  });
});

describe('a valve that is shared with process control', () => {
  it.each([
    [1, 2, 'informational'],
    [2, 2, 'fail'],
    [3, 2, 'fail'],
    [2, 3, 'informational'],
    [3, 3, 'fail'],
  ] as const)('at SIL %i, separate from SIL %i on: %s', (sil, from, says) => {
    expect(elementsAt(sil, from)).toMatchObject([{ says }]);
    expect(JSON.stringify(elementsAt(sil, from))).toContain('XV-2');
  });
});
