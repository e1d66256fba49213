import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadPlant } from '../plant/index.ts';
import { type Limit, loadCatalogue, loadPack } from '../rules/index.ts';
import { judgedPlant } from './judged-plant.test-data.ts';

const loaded = loadPlant(fileURLToPath(new URL('../rules/packs/case-plant.yaml', import.meta.url)));
const pack = loadPack('key-processes');

/** What is proposed for a valve whose test has expired, found on 2018-02-01, the Thursday two weeks before the Spring Festival. */
function proposed(limit: Limit) {
  if (!loaded.ok || !pack.ok) throw new Error('the case plant or the pack has faults');
  const rules = pack.pack.rules.flatMap((rule) => (rule.id === 'document-in-date' ? [{ ...rule, limit }] : []));
  const packs = [{ ...pack.pack, rules }];
  const { outcomes } = judgedPlant(loaded.plant, { catalogue: loadCatalogue(), packs, lawDate: '2018-02-01' }, {});
  return outcomes.find(({ id }) => id === 'document-in-date@PSV-2')?.proposedLimit;
}

it.each<[string, Limit, { readonly days: number; readonly date: string } | undefined]>([
  ['calendar days, over a holiday and not rolled', { days: 15 }, { days: 15, date: '2018-02-16' }],
  [
    'calendar days that roll by their own law, to the Thursday after the festival',
    { days: 15, roll: { document: '民法总则', fact: 'REG-TIME-2' } },
    { days: 21, date: '2018-02-22' },
  ],
  ['months', { months: 1 }, { days: 28, date: '2018-03-01' }],
  // 2018-02-11 and 02-24 are worked, 02-15 to 02-21 are off (REG-CAL-1).
  ['working days', { working_days: 12 }, { days: 22, date: '2018-02-23' }],
  ['a fixed date', { date: '2018-07-31' }, { days: 180, date: '2018-07-31' }],
  ['no limit where the date has passed', { date: '2017-12-31' }, undefined],
])('proposes %s', (_, limit, expected) => {
  const found = proposed(limit);
  expect(found).toEqual(expected === undefined ? undefined : { from: '2018-02-01', ...expected });
});
