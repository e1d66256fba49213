import { describe, expect, it } from 'vitest';
import type { Plant } from '../plant/index.ts';
import { confirmCatalogue, loadCatalogue, loadPack } from '../rules/index.ts';
import { judgedPlant } from './judged-plant.test-data.ts';
import { healthyReadings, wholeProcess } from './whole-process.test-data.ts';

const packs = ['huantai-2016-4', 'key-processes', 'house'].map((id) => {
  const pack = loadPack(id);
  if (!pack.ok) throw new Error(`pack ${id} has faults`);
  return pack.pack;
});
const catalogue = loadCatalogue();
const processes = catalogue.ids.flatMap((id) => catalogue.get(id) ?? []);
const judged = (plant: Plant, by = catalogue) =>
  judgedPlant(plant, { catalogue: by, packs, lawDate: '2018-02-01' }, healthyReadings);

describe.each(processes)('a large unit with $id $name.zh that declares everything', (process) => {
  const plant = wholeProcess(process);
  const { coverage } = judged(plant);
  const required = coverage.rows.filter((row) => row.standing === 'required');
  const isConfirmed = ({ confidence }: { readonly confidence: string }) => /verified|partial/.test(confidence);
  const shouldCount = process.rows.filter(
    (row) => isConfirmed(row) && (row.source === 'basic' || row.kind === 'emergency-shutdown' || row.shutdown_part),
  );

  it('reaches full coverage of the rows whose text was seen', () => {
    expect(required.map((row) => row.row)).toEqual(shouldCount.map((row) => row.id));
    expect(required.filter((row) => row.result !== 'pass')).toEqual([]);
    expect(coverage.all).toMatchObject({
      required: required.length,
      pass: required.length,
      built: { yes: required.length, no: 0, unknown: 0 },
      unconfirmedBasis: process.rows.filter((row) => !isConfirmed(row)).length,
    });
  });

  it('names every function that is taken away by its row, and no other', () => {
    for (const { id, row } of required) {
      const without: Plant = { ...plant, functions: plant.functions.filter((it) => it.id !== `F-${row}`) };
      const { coverage: after, outcomes } = judged(without);
      expect(
        after.rows.filter((each) => each.standing === 'required' && each.result === 'fail').map((each) => each.id),
      ).toEqual([id]);
      expect(outcomes.filter((outcome) => outcome.result === 'fail').map((outcome) => outcome.id)).toContain(
        `required-function-covered@${id}`,
      );
    }
  });

  it('has no monitored parameter without a measurement', () => {
    const found = judged(plant).outcomes.find((outcome) => outcome.rule === 'monitored-parameters');
    expect(found?.result).toBe('pass');
  });
});

describe('a process of which no text was seen', () => {
  const process = processes.find(({ id }) => id === 'P08');
  if (process === undefined) throw new Error('no P08');
  const plant = wholeProcess(process);

  it('has nothing in its denominator, and so is never satisfied', () => {
    const { coverage, conclusion } = judged(plant);
    expect(coverage.all.required).toBe(0);
    expect(conclusion).toEqual({ result: 'inconclusive', exitCode: 3 });
  });

  it('counts in full once somebody has confirmed the fact with a document of their own', () => {
    const sha256 = '0'.repeat(64);
    const raised = confirmCatalogue(catalogue, [
      { fact: 'REG-P-08', document: 'annex.pdf', sha256, by: '王五', on: '2018-01-10' },
    ]);
    const { coverage } = judged(plant, raised);
    expect(coverage.all).toMatchObject({ required: 9, pass: 9, unconfirmedBasis: 0, recommended: 1 });
  });
});
