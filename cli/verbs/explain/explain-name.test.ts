import { describe, expect, it } from 'vitest';
import { checks } from '../../../src/rules/index.ts';
import { runVerb } from '../../run-verb.test-data.ts';

describe('tripline explain', () => {
  it.each([
    ['timeout', 'timeout-read'],
    ['130', 'exit code: 130'],
    ['无法核实', 'word: unknown'],
    ['esd-in-service', 'rule: esd-in-service'],
    ['setpoint-as-approved', 'check: setpoint-as-approved'],
  ])('knows %s', async (name, says) => {
    const run = await runVerb(['explain', name], 'en');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain(says);
  });

  it('tells each thing that goes by a name', async () => {
    const run = await runVerb(['explain', 'in-service', '--json'], 'zh');
    const told = JSON.parse(run.out) as readonly { kind: string }[];
    expect(told.map(({ kind }) => kind)).toEqual(['word', 'check']);
  });

  it('knows every check', async () => {
    for (const name of checks.keys()) {
      const run = await runVerb(['explain', name, '--json'], 'zh');
      expect(run.code, name).toBe(0);
      expect(JSON.parse(run.out), name).toContainEqual(expect.objectContaining({ kind: 'check', id: name }));
    }
  });

  it('says 2 to a name that nothing has, with its neighbours', async () => {
    const run = await runVerb(['explain', 'timeuot'], 'en');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('timeout');
    expect((await runVerb(['explain', 'zzzzzzz'], 'en')).err).not.toContain('similar');
  });

  it('asks for the evidence behind an outcome', async () => {
    expect(await runVerb(['explain', 'a@b'], 'en')).toMatchObject({ code: 2, out: '' });
  });
});
