import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Plant } from '../plant/index.ts';
import { loadPack, shippedPackIds } from '../rules/index.ts';
import { runCases } from './run-cases.ts';

const plants = new Map<string, Plant>();
const packs = fileURLToPath(new URL('../rules/packs/', import.meta.url));

describe.each(shippedPackIds())('pack %s', (id) => {
  const loaded = loadPack(id);
  const isOwn = (rule: { readonly id: string }) => existsSync(`${packs}${id}/${rule.id}`);

  it('loads without a fault', () => {
    expect(loaded).toMatchObject({ ok: true });
  });

  it('has a folder for each rule and a rule for each folder', () => {
    const folders = readdirSync(`${packs}${id}`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const own = loaded.ok ? loaded.pack.rules.filter(isOwn).map((rule) => rule.id) : [];
    expect(own.toSorted()).toEqual(folders.map((folder) => folder.name).toSorted());
  });

  describe.each(loaded.ok ? loaded.pack.rules.filter(isOwn) : [])('rule $id', (rule) => {
    const run = runCases(`${packs}${id}/${rule.id}`, rule, plants);

    it('shows a pass, a fail and an unknown, or says why it cannot', () => {
      expect(run?.missing).toEqual([]);
    });

    it.each(run?.results ?? [])('$name: $expected', ({ expected, actual }) => {
      expect(actual).toBe(expected);
    });
  });
});
