import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadPlant } from '../plant/index.ts';
import { bindRules, loadCatalogue, loadPack } from '../rules/index.ts';
import { bySubject, mapBySubject } from './by-subject.ts';
import { planAudit } from './plan.ts';

const loaded = loadPlant(fileURLToPath(new URL('../../fixtures/plants/chlorination/plant.yaml', import.meta.url)));
if (!loaded.ok) throw new Error('the plant has faults');
const pack = loadPack('key-processes');
if (!pack.ok) throw new Error('the pack has faults');
const dates = { observationDate: '2018-02-01', lawDate: '2018-02-01' };
const { judgements } = planAudit(loaded.plant, loadCatalogue(), bindRules([pack.pack], '2018-02-01'), dates);

describe('judging subject by subject', () => {
  it('takes every judgement once, those of a subject side by side', () => {
    const ordered = bySubject(judgements);
    expect(ordered).toHaveLength(judgements.length);
    expect(new Set(ordered)).toEqual(new Set(judgements));
    const subjects = ordered.map(({ subject: { kind, id } }) => `${kind} ${id}`);
    const changes = subjects.filter((subject, index) => subject !== subjects[index - 1]);
    expect(changes).toHaveLength(new Set(subjects).size);
    // The plan goes rule by rule: there is something to order.
    const planned = judgements.map(({ subject: { kind, id } }) => `${kind} ${id}`);
    expect(planned).not.toEqual(subjects);
  });

  it('gives the results in the order of the plan', () => {
    const taken: object[] = [];
    const results = mapBySubject(judgements, (planned) => {
      taken.push(planned);
      return { planned };
    });
    expect(results.map(({ planned }) => planned)).toEqual(judgements);
    expect(taken).toEqual(bySubject(judgements));
  });
});
