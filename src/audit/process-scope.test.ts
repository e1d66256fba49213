import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Declaration, loadPlant, type Plant } from '../plant/index.ts';
import { confirmCatalogue, loadCatalogue, loadPack } from '../rules/index.ts';
import { judgedPlant } from './judged-plant.test-data.ts';

const catalogue = loadCatalogue();
const packs = ['huantai-2016-4', 'key-processes'].flatMap((id) => {
  const loaded = loadPack(id);
  return loaded.ok ? [loaded.pack] : [];
});

/** A unit that names polymerization, and what is stated of it. */
function plantWith(declaration: Omit<Declaration, 'what' | 'of'> | undefined): Plant {
  const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-site.yaml', import.meta.url)));
  if (!loaded.ok) throw new Error('the case plant has faults');
  const { plant } = loaded;
  return {
    ...plant,
    units: plant.units
      .filter(({ id }) => id === 'U7')
      .map((unit) => ({ ...unit, scale: { value: 'large' as const, document: 'DOC-CASE' } })),
    hazardInstallations: [],
    functions: [],
    gasDetectors: [],
    declarations: declaration === undefined ? [] : [{ what: 'outside-p14', of: 'U7', ...declaration }],
  };
}

/** The catalogue in the hands of somebody who has the text that leaves something out. */
const confirmed = confirmCatalogue(catalogue, [
  { fact: 'REG-P-D', document: 'text.pdf', sha256: '0'.repeat(64), by: '李四', on: '2018-01-10' },
]);

function judged(declaration: Omit<Declaration, 'what' | 'of'> | undefined, of = catalogue) {
  const { outcomes, coverage } = judgedPlant(
    plantWith(declaration),
    { catalogue: of, packs, lawDate: '2018-02-01' },
    {},
  );
  const results = (rule: string) => [...new Set(outcomes.filter((it) => it.rule === rule).map(({ result }) => result))];
  return {
    rows: coverage.rows.length,
    required: coverage.all.required,
    covered: results('required-function-covered'),
    scope: results('process-scope'),
    unknown: coverage.all.unknown,
  };
}

describe('a unit that names a process from which a later text leaves something out', () => {
  it('has the process where nothing is stated, and where it is stated that it is not left out', () => {
    const plain = judged(undefined);
    expect(plain).toMatchObject({ covered: ['fail'], scope: ['notapplicable'], unknown: 0 });
    expect(plain.required).toBeGreaterThan(0);
    expect(judged({ is: 'absent' })).toEqual(plain);
  });

  it('has it not where a document or an eye-witness shows that it is left out, by a text that is confirmed', () => {
    for (const shown of [{ document: 'DOC-CASE' }, { seenBy: ['王五'], date: '2018-01-20' as const }])
      expect(judged({ is: 'present', ...shown }, confirmed)).toEqual({
        rows: 0,
        required: 0,
        covered: [],
        scope: ['notapplicable'],
        unknown: 0,
      });
  });

  it('leaves every row unknown where nobody has seen the text that leaves it out', () => {
    const unseen = judged({ is: 'present', document: 'DOC-CASE' });
    expect(unseen).toMatchObject({ covered: ['unknown'], required: judged(undefined).required });
    expect(unseen.unknown).toBe(unseen.required);
  });

  it('leaves every row unknown where only its word says so', () => {
    const doubtful = judged({ is: 'present' });
    expect(doubtful).toMatchObject({ covered: ['unknown'], scope: ['unknown'], required: judged(undefined).required });
    expect(doubtful.unknown).toBe(doubtful.required);
  });
});
