import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmCatalogue, confirmPack, loadCatalogue, loadPack, shippedPackIds } from '../../../src/rules/index.ts';
import { readConfirmations } from '../../confirmations.ts';
import { listeningTerminal } from '../../listening-terminal.test-data.ts';
import { confirmFact } from './confirm-fact.ts';
import { lintPacks } from './lint-packs.ts';
import { listRules } from './list-rules.ts';
import { newRule } from './new-rule.ts';
import { referenceFiles } from './reference/reference-files.ts';
import { showCatalogue } from './show-catalogue.ts';
import { testPacks } from './test-packs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-rules-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packs = shippedPackIds().flatMap((id) => {
  const loaded = loadPack(id);
  return loaded.ok ? [loaded.pack] : [];
});

function write(pack: string, files: Readonly<Record<string, string>>): string {
  const home = join(folder, pack);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  return home;
}

describe('the rule base that ships', () => {
  it('has no fault', () => {
    const said = listeningTerminal('zh');
    expect(lintPacks([], said.io), said.out.join('\n')).toBe(0);
  });

  it('has cases that come out as they say', () => {
    const said = listeningTerminal('zh');
    expect(testPacks([], said.io), said.out.join('\n')).toBe(0);
  });

  it('lists every rule once, with all that a machine must know', () => {
    const said = listeningTerminal('zh');
    expect(listRules([], true, said.io)).toBe(0);
    const { rules }: { rules: readonly Record<string, unknown>[] } = JSON.parse(said.out.join('\n'));
    const ids = rules.map((rule) => rule['id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(packs.flatMap((pack) => pack.own ?? []).toSorted());
    for (const rule of rules)
      expect(rule).toMatchObject({
        pack: expect.any(String),
        effective: expect.any(Object),
        severity: expect.any(String),
        duty: expect.any(String),
        force: expect.any(String),
        subject: expect.any(String),
        check: expect.any(String),
        confidence: expect.any(String),
      });
  });

  it('has the packs that the law of the county and of the country asks for', () => {
    expect(shippedPackIds()).toEqual([
      'gas-detection',
      'house',
      'huantai-2016-4',
      'key-processes',
      'major-hazard-criteria',
      'major-hazard-installations',
      'metallurgy-gas',
      'obsolete-equipment',
      'producer-permit',
      'shandong-2024',
      'sis',
    ]);
  });

  it('never lets a duty of the government, a should, or a source below partial fail anybody', () => {
    const rules = packs.flatMap((pack) => pack.rules);
    expect(rules.filter((rule) => rule.duty === 'government' && rule.check.use !== 'listed')).toEqual([]);
    const major = rules.filter((rule) => rule.severity !== 'general');
    expect(major.filter((rule) => rule.severity_basis === undefined)).toEqual([]);
    expect(
      major.map((rule) => rule.severity_basis?.document).filter((it) => !/121号|129号|第10号/.test(it ?? '')),
    ).toEqual([]);
  });

  it('is described by a reference in both languages that is in step', () => {
    const docs = fileURLToPath(new URL('../../../docs/rules/', import.meta.url));
    const written = readdirSync(docs, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(docs, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    const files = referenceFiles(packs);
    expect(written.toSorted(), 'run: tripline rules docs').toEqual([...files.keys()].toSorted());
    for (const [name, text] of files) expect(readFileSync(join(docs, name), 'utf8'), name).toBe(text);
  });

  it('shows a process of the catalogue in both languages', () => {
    const said = listeningTerminal('zh');
    expect(showCatalogue('p03', false, said.io)).toBe(0);
    expect(said.out.join('\n')).toContain('P03-C10');
    expect(showCatalogue('P99', false, said.io)).toBe(2);
  });
});

describe('a pack of somebody else', () => {
  const rule = (more: string) => `id: our-rule
statement: { zh: 要求, en: Required }
subject: unit
check: { use: stated, with: { what: our-topic } }
duty: enterprise
force: should
severity: general
effective: {}
limit: { days: 30 }
remediation: { zh: 整改, en: Do it }
${more}`;

  it('is begun by the tool, without a fault', () => {
    const said = listeningTerminal('zh');
    const home = join(folder, 'begun');
    expect(newRule(home, 'our-rule', said.io)).toBe(0);
    expect(newRule(home, 'another-rule', said.io)).toBe(0);
    expect(lintPacks([home], said.io), said.out.join('\n')).toBe(0);
    expect(testPacks([home], said.io)).toBe(0);
    expect(newRule(home, 'our-rule', said.io)).toBe(2);
  });

  it("may be a site's own standard, as the scenario own-pack.yaml audits by", () => {
    const said = listeningTerminal('zh');
    const home = fileURLToPath(new URL('../../../fixtures/packs/site-standard', import.meta.url));
    expect(lintPacks([home], said.io), said.out.join('\n')).toBe(0);
    expect(testPacks([home], said.io), said.out.join('\n')).toBe(0);
  });

  it('has all its faults told at once, each with file and line', () => {
    const home = write('faulty', {
      'pack.yaml':
        'id: faulty\ntitle: { zh: 错, en: wrong }\nedition: "1"\ntake:\n  house: [no-such-rule]\nrules:\n  - our-rule\n  - missing\n',
      'our-rule/rule.yaml': rule('applies_when: "scale > 3.0"\n').replace('use: stated', 'use: no-such-check'),
      'stray/rule.yaml': rule(''),
    });
    const said = listeningTerminal('zh');
    expect(lintPacks([home], said.io)).toBe(2);
    const lines = said.out.map((line) => line.replace(/^.*\/faulty\//, ''));
    expect(lines.slice(0, -1)).toEqual([
      expect.stringMatching(/^pack\.yaml:5 {2}take\.house {2}.*no-such-rule/),
      expect.stringMatching(/^our-rule\/rule\.yaml:4 {2}check\.use {2}.*no-such-check/),
      expect.stringMatching(/^our-rule\/rule\.yaml:11 {2}applies_when {2}/),
      expect.stringMatching(/^pack\.yaml:8 {2}rules {2}.*missing/),
    ]);
    // Beside the names that somebody wrote and what the expression library says, each language speaks for itself.
    expect(lines[0]).toBe('pack.yaml:5  take.house  规则包 house 没有规则 no-such-rule');
    expect(lines[3]).toBe('pack.yaml:8  rules  没有 missing/rule.yaml');
    const english = listeningTerminal('en');
    expect(lintPacks([home], english.io)).toBe(2);
    expect(english.out.join('\n')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('is told in words what its file should have been', () => {
    const home = write('words', {
      'pack.yaml': 'id: words\ntitle: { zh: 词 }\nedition: 1\nrules: our-rule\nrulez: []\n',
    });
    const said = listeningTerminal('zh');
    expect(lintPacks([home], said.io)).toBe(2);
    expect(said.out.map((line) => line.replace(/^.*\/words\//, '')).slice(0, -1)).toEqual([
      'pack.yaml:2  title.en  缺少 en',
      'pack.yaml:3  edition  应为文字',
      'pack.yaml:4  rules  应为列表',
      'pack.yaml:5  没有 rulez 这个键',
    ]);
  });

  it('is told of a rule that it does not list and of cases that are missing', () => {
    const home = write('loose', {
      'pack.yaml': 'id: loose\ntitle: { zh: 松, en: loose }\nedition: "1"\nrules:\n  - our-rule\n',
      'our-rule/rule.yaml': rule(''),
      'stray/rule.yaml': rule('').replace('id: our-rule', 'id: stray'),
    });
    const said = listeningTerminal('zh');
    expect(lintPacks([home], said.io)).toBe(2);
    expect(said.out.join('\n')).toMatch(/stray\/rule\.yaml 没有列入规则包[\s\S]*cases\.yaml:1/);
    const english = listeningTerminal('en');
    expect(lintPacks([home], english.io)).toBe(2);
    expect(english.out.join('\n')).toMatch(/stray\/rule\.yaml is not listed[\s\S]*cases\.yaml:1/);
  });

  it('extends ours and lists only differences', () => {
    const home = write('ours', {
      'pack.yaml':
        'id: ours\ntitle: { zh: 自有, en: ours }\nedition: "1"\nextends: [house]\nchange:\n  controller-clock: { with: { tolerance: 1s } }\n  controller-identity: leave-out\n',
    });
    const loaded = loadPack(home);
    expect(loaded.ok && loaded.pack.rules.map(({ id, check }) => [id, check.with['tolerance']])).toContainEqual([
      'controller-clock',
      '1s',
    ]);
    expect(loaded.ok && loaded.pack.rules.map(({ id }) => id)).not.toContain('controller-identity');
  });
});

describe('a fact that somebody confirms', () => {
  it('is not written into a file that is not one of ours, which is told line by line', () => {
    const said = listeningTerminal('zh');
    const [document, file] = [join(folder, 'law.pdf'), join(folder, 'broken.json')];
    writeFileSync(document, 'law');
    const written = '[\n  {\n    "fact": "REG-P-08",\n    "document": "a.pdf",\n    "by": 5\n  }\n]\n';
    writeFileSync(file, written);
    expect(confirmFact('REG-P-07', { document, by: '王五', file }, said.io)).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(written);
    const told = [...said.out, ...said.err].join('\n');
    expect(told).toContain(`${file}:5  0.by  应为文字`);
    expect(told).toContain(`${file}:2  0.sha256  缺少 sha256`);
  });

  it('raises its rows and rules, with the hash of the document and the name', () => {
    const said = listeningTerminal('zh');
    const [document, file] = [join(folder, 'annex.pdf'), join(folder, 'state', 'confirmations.json')];
    writeFileSync(document, 'annex');
    for (const fact of ['REG-P-08', 'P03-C11', 'REG-50770-4'])
      expect(confirmFact(fact, { document, by: '王五', file }, said.io)).toBe(0);
    expect(confirmFact('nonsense', { document, by: '王五', file }, said.io)).toBe(2);
    const confirmations = readConfirmations(file, said.io) ?? [];
    expect(confirmations[0]).toMatchObject({
      fact: 'REG-P-08',
      document: 'annex.pdf',
      sha256: 'b119bda4207bd15e9e1f63063b558917301ec18c4ff21d91964f66bf90a7d522',
      by: '王五',
    });
    const catalogue = confirmCatalogue(loadCatalogue(), confirmations);
    expect(catalogue.get('P08')?.rows.every((row) => row.confidence === 'verified')).toBe(true);
    expect(catalogue.get('P03')?.rows.at(-1)?.confidence).toBe('verified');
    expect(catalogue.get('P07')?.rows[0]?.confidence).toBe('memory');
    const key = packs.find((pack) => pack.id === 'key-processes');
    const raised = key === undefined ? undefined : confirmPack(key, confirmations);
    expect(raised?.rules.find((it) => it.id === 'bypass-permitted')?.clause?.text).toBe('verified');
  });
});
