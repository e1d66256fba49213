import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadScenario } from '../fixtures/simulators/index.ts';
import { loadPlant } from '../src/plant/index.ts';
import { loadPack, packFolders } from '../src/rules/index.ts';
import { stateFolder } from './state-folder.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tripline-windows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy whose text files are as an editor on Windows writes them: CRLF, and a byte order mark in the CSV files. */
function asOnWindows(from: string): string {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(from, copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(yaml|csv)$/.test(name)) continue;
    const text = readFileSync(join(copy, name), 'utf8').replaceAll(/\r?\n/g, '\r\n');
    writeFileSync(join(copy, name), name.endsWith('.csv') ? `\ufeff${text}` : text);
  }
  return copy;
}

describe('files that were written on Windows', () => {
  it.each(['chlorination', 'synthetic-ammonia', 'converter-shop'])('make the same plant of %s', (name) => {
    const usual = loadPlant(join(fixtures, 'plants', name, 'plant.yaml'));
    const there = loadPlant(join(asOnWindows(join(fixtures, 'plants', name)), 'plant.yaml'));
    if (!usual.ok) throw new Error('the plant file has faults');
    expect(there.ok ? [] : there.faults.slice(0, 3)).toEqual([]);
    // Only the bytes of the files differ, and so their hashes.
    if (there.ok) expect({ ...there.plant, sources: [] }).toEqual({ ...usual.plant, sources: [] });
  });

  it('make the same scenario', () => {
    const usual = loadScenario(join(fixtures, 'scenarios', 'demo.yaml'));
    const copy = loadScenario(join(asOnWindows(join(fixtures, 'scenarios')), 'demo.yaml'));
    expect(copy).toEqual(usual);
  });

  it('make the same rules', () => {
    const from = packFolders('house').find((each) => each.endsWith('house')) ?? '';
    const usual = loadPack(from);
    const there = loadPack(asOnWindows(from));
    if (!usual.ok) throw new Error('the pack has faults');
    expect(there.ok && there.pack.rules.map(({ id, statement, check }) => ({ id, statement, check }))).toEqual(
      usual.pack.rules.map(({ id, statement, check }) => ({ id, statement, check })),
    );
  });
});

describe('paths on Windows', () => {
  it('lead to the state folder of the user', () => {
    const local = 'C:\\Users\\张三\\AppData\\Local';
    expect(stateFolder({ LOCALAPPDATA: local }, 'win32')).toBe(join(local, 'tripline'));
    expect(stateFolder({}, 'win32')).toBe(join(homedir(), 'AppData', 'Local', 'tripline'));
    expect(stateFolder({ XDG_STATE_HOME: '/x', LOCALAPPDATA: local }, 'linux')).toBe(join('/x', 'tripline'));
  });

  it('name the folder of a pack, never an id', () => {
    const written = 'C:\\rules\\our-pack';
    const loaded = loadPack(written);
    expect(loaded.ok).toBe(false);
    if (!loaded.ok) expect(loaded.faults[0]?.file).toBe(join(written, 'pack.yaml'));
  });
});
