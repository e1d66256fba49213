import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { listeningTerminal } from '../../listening-terminal.test-data.ts';
import { programOf } from '../../program.ts';
import { runVerb } from '../../run-verb.test-data.ts';
import { verbs } from '../index.ts';
import { placesOf } from './place.ts';

const places = placesOf(programOf(listeningTerminal('en').io, async () => undefined));

/** What bash offers behind these words. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const { out } = await runVerb(['completion', 'bash'], 'en');
  const line = `${out}
COMP_WORDS=(tripline ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _tripline
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const run = spawnSync('bash', ['--norc', '-c', line], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return run.stdout.split('\n').filter((word) => word !== '');
}

describe('tripline completion bash', () => {
  it('offers every verb', async () => {
    const words = await offered('');
    expect(words).toHaveLength(verbs.length);
    expect(words).toContain('audit');
  });

  it('offers what may follow: verbs of a group, options, choices', async () => {
    expect(await offered('reg')).toEqual(['register']);
    expect(await offered('rules', 'cat')).toEqual(['catalogue']);
    expect(await offered('audit', 'plant.yaml', '--law')).toEqual(['--law-date']);
    expect(await offered('check', '--lang', '')).toEqual(['zh', 'en']);
    expect(await offered('case', 'order', '--unt')).toEqual(['--until']);
    expect(await offered('audit', '')).toEqual([]);
  });

  it.each(places.slice(1))('offers the options of $path', async ({ path, options }) => {
    expect(await offered(...path.split(' ').slice(1), '--')).toEqual([...options]);
  });
});

describe('tripline completion powershell', () => {
  it('holds every command and option, in ASCII, with balanced brackets', async () => {
    const { code, out } = await runVerb(['completion', 'powershell'], 'zh');
    expect(code).toBe(0);
    expect(out).toMatch(/^[\x20-\x7e\n]*$/);
    for (const { path, options } of places) {
      expect(out).toContain(`'${path}' = @(`);
      for (const option of options) expect(out).toContain(`'${option}'`);
    }
    for (const [open, close] of ['()', '{}', '[]'].map((pair) => [...pair]))
      expect(out.split(open ?? '').length, open).toBe(out.split(close ?? '').length);
  });
});

describe('tripline completion', () => {
  it('says 2 to a shell that it does not know', async () => {
    expect(await runVerb(['completion', 'fish'], 'en')).toMatchObject({ code: 2, out: '' });
  });
});
