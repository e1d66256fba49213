import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant, type Plant } from '../plant/index.ts';
import { loadCatalogue, loadPack, type Pack, shippedPackIds } from '../rules/index.ts';
import { judgedPlant } from './judged-plant.test-data.ts';

const catalogue = loadCatalogue();
const packs = shippedPackIds().flatMap((id): readonly Pack[] => {
  const loaded = loadPack(id);
  return loaded.ok ? [loaded.pack] : [];
});
const rules = packs.flatMap((pack) => pack.rules);

/** Large units with and without anything, of an enterprise that is a producer, is none, or does not say. */
function plantOf(producer: boolean | undefined, changed: (plant: Plant) => Partial<Plant> = () => ({})): Plant {
  const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-site.yaml', import.meta.url)));
  if (!loaded.ok) throw new Error('the case plant has faults');
  const { producer: _declared, ...enterprise } = loaded.plant.enterprise;
  const plant = { ...loaded.plant, enterprise: { ...enterprise, ...(producer === undefined ? {} : { producer }) } };
  return { ...plant, ...changed(plant) };
}

function judged(plant: Plant, lawDate: string, of: readonly Pack[] = packs) {
  const { outcomes, coverage } = judgedPlant(plant, { catalogue, packs: of, lawDate }, {});
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  /** Result and weight of an outcome, and the rules that it names as behind it. */
  const said = (id: string) => {
    const it = byId.get(id);
    if (it === undefined) return undefined;
    const behind = it.behind?.map(({ rule, weight, untold = [] }) => [rule, weight, ...untold].join(' '));
    return [`${it.result} ${it.weight} ${it.severity}`, ...(behind ?? [])];
  };
  return { outcomes, coverage, said };
}

const alone = rules.filter(({ stands_behind: other }) => other !== undefined);

describe('a rule that stands behind another', () => {
  it.each(alone)('$id is about the same kind of subject as the rule that it names', (rule) => {
    expect(rules.find(({ id }) => id === rule.stands_behind)?.subject).toBe(rule.subject);
  });

  it('is named at the finding of the one that binds as much, and is no finding of its own', () => {
    const { said } = judged(plantOf(true), '2018-02-01');
    expect(said('mh121-04-automation@U2')).toEqual(['fail binding major', 'o41-automatic-control binding']);
    expect(said('mh121-04-shutdown@U2')).toEqual(['fail binding major', 'o41-emergency-shutdown binding']);
    expect(said('key-chemicals-monitoring@U5')).toEqual(['fail binding general', 'o41-key-chemicals-control binding']);
    expect(said('required-function-covered@U2·P03-C09')).toEqual(['fail binding borderline', 'o41-gas-alarm binding']);
    expect(said('mhi-gas-alarm@MH2')).toEqual(['fail binding general', 'o41-gas-alarm-installation binding']);
    for (const id of [
      'o41-automatic-control@U2',
      'o41-emergency-shutdown@U2',
      'o41-key-chemicals-control@U5',
      'o41-gas-alarm@U2·P03-C09',
      'o41-gas-alarm-installation@MH2',
    ])
      expect(said(id), id).toBeUndefined();
  });

  it('says it where the other one does not bind yet, and names that one', () => {
    const { said } = judged(plantOf(true), '2016-06-01');
    expect(said('o41-automatic-control@U2')).toEqual(['fail binding general', 'mh121-04-automation advisory']);
    expect(said('mh121-04-automation@U2')).toBeUndefined();
    expect(said('o41-gas-alarm@U2·P03-C09')).toEqual(['fail binding general', 'required-function-covered not-yet-due']);
    expect(said('required-function-covered@U2·P03-C09')).toBeUndefined();
    // Rows of other kinds are not what the permit rule names: the policy alone asks for them, and is not due yet.
    expect(said('required-function-covered@U2·P03-C05')).toEqual(['fail not-yet-due general']);
  });

  it('fails no row that did not fail before, and leaves none out', () => {
    for (const lawDate of ['2016-06-01', '2018-02-01'])
      expect(judged(plantOf(true), lawDate).coverage.all).toEqual(judged(plantOf(false), lawDate).coverage.all);
  });

  it('stands by itself where the other one is not judged', () => {
    const own = packs.filter(({ id }) => id === 'producer-permit');
    expect(judged(plantOf(true), '2018-02-01', own).said('o41-automatic-control@U2')).toEqual(['fail binding major']);
  });

  it('stands by itself where it has something of its own to say', () => {
    const { said } = judged(plantOf(true), '2018-02-01');
    // Alarms satisfy the notice of 2013; whether the permit rule means them, too, its text does not tell.
    const onlyAlarms = judgedPlant(
      plantOf(true),
      { catalogue, packs, lawDate: '2018-02-01' },
      { 'GT-1': 1, 'YL-1': true },
    ).outcomes;
    const result = (id: string) => onlyAlarms.find((outcome) => outcome.id === id)?.result;
    expect(result('key-chemicals-monitoring@U8')).toBe('pass');
    expect(result('o41-key-chemicals-control@U8')).toBe('unknown');
    expect(said('o41-gas-alarm-unit@U9')).toEqual(['fail binding major']);
    expect(said('mh121-12-detectors@U9')).toEqual(['unknown binding major']);
  });

  it('leaves what both find to be in order with each, and names a doubt once', () => {
    const readings = { 'P-1': 0.5, 'XV-2.ZSC': false };
    const { outcomes } = judgedPlant(plantOf(true), { catalogue, packs, lawDate: '2018-02-01' }, readings);
    const results = outcomes.flatMap(({ id, result }) => (id.endsWith('gas-alarm-installation@MH1') ? [result] : []));
    expect(results).toEqual(['pass']);
    const { said } = judged(plantOf(true), '2018-02-01');
    expect(said('mhi-gas-alarm@MH1')).toEqual(['unknown binding general', 'o41-gas-alarm-installation binding']);
    expect(said('o41-gas-alarm-installation@MH1')).toBeUndefined();
  });

  it('names and is named by the statement that detectors are lacking', () => {
    const declarations = [{ what: 'gas-detectors-to-standard', of: 'U9', is: 'absent' as const }];
    const { said } = judged(
      plantOf(true, () => ({ declarations })),
      '2018-02-01',
    );
    expect(said('mh121-12-detectors@U9')).toEqual(['fail binding major', 'o41-gas-alarm-unit binding']);
    expect(said('o41-gas-alarm-unit@U9')).toBeUndefined();
  });
});

describe('the permit rule of producers', () => {
  it('says nothing to an enterprise that is none, or of another sector', () => {
    const other = plantOf(undefined, ({ enterprise }) => ({ enterprise: { ...enterprise, sectors: ['metallurgy'] } }));
    for (const plant of [plantOf(false), other]) {
      const { outcomes } = judged(plant, '2016-06-01');
      expect(outcomes.filter(({ rule }) => rule.startsWith('o41-'))).toEqual([]);
      expect(outcomes.filter(({ behind }) => behind !== undefined)).toEqual([]);
    }
  });

  it('is unknown where nobody declared it and it decides whether the fault binds', () => {
    const { said } = judged(plantOf(undefined), '2016-06-01');
    expect(said('o41-automatic-control@U2')).toEqual(['unknown binding general']);
    expect(said('mh121-04-automation@U2')).toEqual(['fail advisory general']);
    expect(said('o41-gas-alarm@U2·P03-C09')).toEqual(['unknown binding general']);
  });

  it('is named with what is not known where the other law asks for the same of everybody', () => {
    const { said, outcomes } = judged(plantOf(undefined), '2018-02-01');
    expect(said('mh121-04-automation@U2')).toEqual(['fail binding major', 'o41-automatic-control binding producer']);
    expect(said('o41-automatic-control@U2')).toBeUndefined();
    // It asks for more than the notice does: what it asks for stays open.
    expect(said('o41-key-chemicals-control@U5')).toEqual(['unknown binding general']);
    // One finding less with the word than without it would be a reward for silence.
    const fails = (of: typeof outcomes) => of.filter(({ result }) => result === 'fail').map(({ id }) => id);
    const without = fails(judged(plantOf(false), '2018-02-01').outcomes);
    expect(fails(outcomes)).toEqual(without);
    expect(fails(judged(plantOf(true), '2018-02-01').outcomes)).toEqual(expect.arrayContaining(without));
  });

  it('asks for emergency shutdown of large units only', () => {
    const scaled = (value: 'highly-hazardous' | 'other') =>
      plantOf(true, ({ units }) => ({
        units: units.map((unit) => (unit.id === 'U2' ? { ...unit, scale: { value, document: 'DOC-CASE' } } : unit)),
      }));
    for (const value of ['highly-hazardous', 'other'] as const) {
      const { said } = judged(scaled(value), '2016-06-01');
      expect(said('o41-emergency-shutdown@U2')).toBeUndefined();
      expect(said('mh121-04-shutdown@U2')).toEqual(['fail advisory general']);
    }
  });

  it('fails nobody by the law of a day before the first on which it is known to have been in force', () => {
    const { said } = judged(plantOf(true), '2016-04-06');
    expect(said('mh121-04-automation@U2')?.[1]).toBe('o41-automatic-control unconfirmed-basis');
    expect(judged(plantOf(true), '2016-04-07').said('o41-automatic-control@U2')?.[0]).toBe('fail binding general');
  });

  it('cites a partial text without an article, and no day on which it began', () => {
    const own = rules.filter(({ clause }) => clause?.fact === 'REG-P-H');
    expect(new Set(own.map(({ id }) => id)).size).toBe(6);
    for (const { clause, effective } of own) {
      expect(clause).toEqual({ document: '总局令第41号', fact: 'REG-P-H', text: 'partial' });
      expect(effective).toEqual({ known: '2016-04-07' });
    }
  });
});
