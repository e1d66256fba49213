import { describe, expect, it } from 'vitest';
import { listeningTerminal } from '../../listening-terminal.test-data.ts';
import { runLimit } from './run-limit.ts';

type Options = Parameters<typeof runLimit>[0];

async function limit(options: Options, language: 'zh' | 'en' = 'zh') {
  const { io, out, err } = listeningTerminal(language);
  return { code: await runLimit(options, io), out, err };
}

describe('tripline limit', () => {
  it('prints the date alone', async () => {
    expect(await limit({ from: '2018-02-10', days: '30' })).toEqual({ code: 0, out: ['2018-03-12'], err: [] });
  });

  it('explains in both languages', async () => {
    const options = { from: '2018-02-10', days: '30', explain: true };
    expect((await limit(options)).out).toContain('3. 2018-03-01 至 2018-03-12 计 12 日，累计 30 日');
    expect((await limit(options, 'en')).out).toContain('3. 2018-03-01 to 2018-03-12: 12 days, 30 in all');
  });

  it('gives one JSON document', async () => {
    const { out } = await limit({ from: '2018-02-14', days: '1', roll: '民法总则:REG-TIME-2', json: true });
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ from: '2018-02-14', end: '2018-02-22' });
  });

  it('refuses a year that nobody knows, and says which', async () => {
    const { code, out, err } = await limit({ from: '2026-12-25', workingDays: '10' });
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err.join()).toContain('2027');
  });

  it.each<[string, Options]>([
    ['no form', { from: '2018-02-10' }],
    ['two forms', { from: '2018-02-10', days: '3', months: '1' }],
    ['no number', { from: '2018-02-10', days: 'x' }],
    ['no day that exists', { from: '2018-02-30', days: '3' }],
    ['a law without a fact', { from: '2018-02-10', days: '3', roll: '民法总则' }],
    ['a milestone that would roll', { from: '2018-02-10', date: '2018-12-31', roll: '民法总则:REG-TIME-2' }],
  ])('says 2 to %s', async (_, options) => {
    const { code, out, err } = await limit(options);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err.length).toBeGreaterThan(0);
  });
});
