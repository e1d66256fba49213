import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant, type Plant } from '../plant/index.ts';
import { bindRules, loadCatalogue, loadPack } from '../rules/index.ts';
import { conclude } from './conclude.ts';
import { coverageOf } from './coverage.ts';
import { judge } from './judge.ts';
import { planAudit } from './plan.ts';

const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the case plant has faults');
const catalogue = loadCatalogue();
const packs = ['huantai-2016-4', 'key-processes', 'house'].map((id) => {
  const pack = loadPack(id);
  if (!pack.ok) throw new Error(`pack ${id} has faults`);
  return pack.pack;
});

/** The coverage of a plant of which nothing was read, under the law of a date. */
function unread(plant: Plant, lawDate: string) {
  const dates = { observationDate: '2018-02-01', lawDate };
  const context = { plant, observed: new Map(), unattributable: new Set<string>(), unitStates: [], ...dates };
  const checked = planAudit(plant, catalogue, bindRules(packs, lawDate), dates).judgements.map((planned) => ({
    check: planned.bound.rule.check.use,
    rule: planned.bound.weight,
    outcome: judge(planned, context),
  }));
  const coverage = coverageOf(plant, catalogue, checked);
  return {
    coverage,
    conclusion: conclude(
      checked.map(({ outcome }) => outcome),
      coverage,
    ),
  };
}
const resultOf = ({ coverage }: ReturnType<typeof unread>, id: string) => coverage.rows.find((row) => row.id === id);

describe('a row of the coverage', () => {
  it('that is not there does not pass because the law came later', () => {
    const before = unread(loaded.plant, '2008-01-01');
    expect(resultOf(before, 'U1·P03-C08')).toMatchObject({ result: 'fail', cells: { declared: 'no', built: 'no' } });
    expect(before.conclusion.result).toBe('inconclusive');
    expect(unread(loaded.plant, '2018-02-01').conclusion.result).toBe('not-satisfied');
  });

  it('that must be proved live does not pass by a document', () => {
    const [relief] = loaded.plant.functions.filter((it) => it.id === 'PSV-1');
    if (relief === undefined) throw new Error('no PSV-1');
    const onPaper = { ...relief, id: 'PAPER-8', covers: [{ function: 'P03-C08' }] };
    const plant: Plant = { ...loaded.plant, functions: [...loaded.plant.functions, onPaper] };
    expect(resultOf(unread(plant, '2018-02-01'), 'U1·P03-C08')).toMatchObject({
      result: 'unknown',
      cells: { built: 'unknown' },
    });
  });

  it('that only a document can prove passes by one in date', () => {
    expect(resultOf(unread(loaded.plant, '2018-02-01'), 'U1·P03-C07')).toMatchObject({
      result: 'pass',
      proof: 'document',
    });
  });

  it.each([
    [undefined, 'interlock', 'not-judged'],
    [1, 'sif', 'yes'],
  ])('of an interlock with the SIL %s is a %s, its independence %s (judgement.md §1)', (sil, nature, independent) => {
    const interlock = catalogue.get('P03')?.rows.find(({ kind }) => kind === 'interlock');
    if (interlock === undefined) throw new Error('chlorination has no interlock');
    const functions = loaded.plant.functions.map(({ sil: _, ...it }) =>
      it.id === 'SIF-1' ? { ...it, covers: [{ function: interlock.id }], ...(sil === undefined ? {} : { sil }) } : it,
    );
    const row = resultOf(unread({ ...loaded.plant, functions }, '2018-02-01'), `U1·${interlock.id}`);
    expect(row).toMatchObject({ nature, cells: { independent } });
  });
});
