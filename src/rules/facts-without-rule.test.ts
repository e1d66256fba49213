import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { factsWithoutRule } from './facts-without-rule.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
/** The legal source, beside the project where it is present. */
const source = fileURLToPath(new URL('../../../shared/facts/regulations.md', import.meta.url));
const isPresent = existsSync(source);
if (!isPresent) console.info(`the comparison with the legal source is skipped: ${source} is not there`);

const cited = new Set(
  ['packs', 'catalogue'].flatMap((folder) =>
    readdirSync(join(here, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(rule|pack|P\d\d)\.yaml$/.test(file))
      .flatMap((file) => readFileSync(join(here, folder, file), 'utf8').match(/\bREG-[A-Z0-9]+(?:-[A-Z0-9]+)*/g) ?? []),
  ),
);

describe('facts of the legal source', () => {
  it('are cited by a rule or listed with the reason why not, never both', () => {
    expect([...factsWithoutRule().keys()].filter((fact) => cited.has(fact))).toEqual([]);
    expect(cited.size).toBeGreaterThan(60);
  });

  it.runIf(isPresent)('are all accounted for', () => {
    const named = readFileSync(source, 'utf8').matchAll(/^- \*\*(REG-[^*\s(/]+)/gm);
    const facts = new Set([...named].map(([, fact = '']) => fact));
    expect(facts.size).toBeGreaterThan(60);
    const open = [...facts].filter((fact) => !cited.has(fact) && !factsWithoutRule().has(fact));
    expect(open).toEqual([]);
  });
});
