import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createSqliteLog } from '../../../src/audit/index.ts';
import { loadPlant } from '../../../src/plant/index.ts';
import { sampleRecord } from '../../../src/report/sample-record.test-data.ts';
import { listening } from '../../listening.test-data.ts';
import { runVerb } from '../../run-verb.test-data.ts';
import { enter, type Typed, typingPerson } from '../../typing-person.test-data.ts';
import { runGuide } from './run-guide.ts';

const chlorination = fileURLToPath(new URL('../../../fixtures/plants/chlorination', import.meta.url));
let root: string;
let photo: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tripline-guide-'));
  photo = join(root, 'new.pdf');
  writeFileSync(photo, 'a document');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sha256 = createHash('sha256').update('a document').digest('hex');
const onDay = (day: string) => ['--simulated-time', `${day}T09:00:00+08:00`];
let number = 0;

/** A copy of the chlorination unit, changed by hand. */
function plantWith(edit: (source: string) => string = (source) => source) {
  number += 1;
  const folder = join(root, String(number));
  cpSync(chlorination, folder, { recursive: true });
  const file = join(folder, 'plant.yaml');
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
  return {
    file,
    folder,
    text: () => readFileSync(file, 'utf8'),
    guide: (day: string, ...more: readonly string[]) => runVerb(['guide', file, ...onDay(day), ...more], 'zh'),
  };
}

/** Evidence of the worked example, with what the controllers said. */
function evidence(folder: string): string {
  const file = join(folder, 'audit.sqlite');
  const record = sampleRecord();
  const loaded = loadPlant(join(folder, 'plant.yaml'));
  if (!loaded.ok || record.end === undefined) throw new Error('no plant');
  const log = createSqliteLog(file);
  log.append('audit-started', record.header);
  log.append('plant', loaded.plant);
  log.appendAll('outcome', record.outcomes);
  const [some] = record.outcomes;
  if (some === undefined) throw new Error('the sample has no outcome');
  const enterprise = { kind: 'enterprise' as const, id: 'E', name: '某厂', rows: [] };
  const check = { use: 'stated', with: { what: 'hazop' } };
  log.append('outcome', { ...some, id: 'hazop@E', check, subject: enterprise, result: 'unknown', parts: [] });
  log.append('coverage', record.coverage);
  log.append('conclusion', record.conclusion);
  log.append('audit-finished', record.end);
  log.close();
  return file;
}

const idsIn = async (plant: ReturnType<typeof plantWith>, day: string, ...more: readonly string[]) => {
  const { out } = await plant.guide(day, '--json', ...more);
  return (JSON.parse(out).items as readonly { id: string }[]).map(({ id }) => id);
};

describe('tripline guide', () => {
  it('begins with the units that nobody has read, then the functions that nobody has seen act, then documents', async () => {
    const ids = await idsIn(plantWith(), '2018-02-01');
    expect(ids[0]).toBe('reading:U100');
    expect(ids.slice(1).every((id) => id.startsWith('witness:'))).toBe(true);
    expect(ids).toContain('witness:SIF-101');
    // What only a document proves is not waited for.
    expect(ids).not.toContain('witness:PSV-107');
  });

  it.each([
    ['renewal:DOC-PSV', '2018-06-20', (source: string) => source],
    ['proof:SIF-101', '2018-03-16', (source: string) => source],
    [
      'file:DOC-SRS',
      '2018-02-01',
      (source: string) => source.replace('file: docs/srs-b.txt, date', 'date').replace(/, sha256: 2881[0-9a-f]+/, ''),
    ],
    [
      'approval:SIF-106:0',
      '2018-02-01',
      (source: string) => source.replace(/(above: 135 ℃[\s\S]*?)\n\s+approved: .*\n/, '$1\n'),
    ],
    [
      'interval:SIF-106',
      '2018-02-01',
      (source: string) => source.replace(/(SIF-106:[\s\S]*?)\n\s+proof_test: .*\n/, '$1\n'),
    ],
  ])('names %s when it is lacking, and not before', async (id, day, edit) => {
    expect(await idsIn(plantWith(edit), day)).toContain(id);
    expect(await idsIn(plantWith(), '2018-02-01')).not.toContain(id);
  });

  it('asks for a photograph of each finding that binds, until one is there', async () => {
    const plant = plantWith();
    const file = evidence(plant.folder);
    const ids = await idsIn(plant, '2018-02-01', '--audit', file);
    const wanted = ids.filter((id) => id.startsWith('photograph:'));
    expect(wanted).toHaveLength(3);
    const [first = ''] = wanted;
    const answered = await plant.guide(
      '2018-02-02',
      '--audit',
      file,
      '--answer',
      first,
      '--by',
      '王五',
      '--file',
      photo,
    );
    expect(answered.code).toBe(0);
    const left = await idsIn(plant, '2018-02-02', '--audit', file);
    expect(left.filter((id) => id.startsWith('photograph:'))).toEqual(wanted.slice(1));
    const { documents } = parse(plant.text());
    expect(Object.values(documents).at(-1)).toMatchObject({
      by: '王五',
      date: '2018-02-02',
      file: 'docs/new.pdf',
      sha256,
    });
  });

  it.each([
    [
      'renewal:DOC-PSV',
      '2018-06-20',
      (source: string) => source,
      (plant: ReturnType<typeof parse>) => expect(plant.functions['PSV-107'].document).toBe('DOC-PSV-20180620'),
    ],
    [
      'proof:SIF-101',
      '2018-03-16',
      (source: string) => source,
      (plant: ReturnType<typeof parse>) =>
        expect(plant.functions['SIF-101'].proof_test).toEqual({
          every: '12 months',
          last: '2018-03-16',
          record: 'DOC-PT-SIF-101-20180316',
        }),
    ],
    [
      'approval:SIF-106:0',
      '2018-02-01',
      (source: string) => source.replace(/(above: 135 ℃[\s\S]*?)\n\s+approved: .*\n/, '$1\n'),
      (plant: ReturnType<typeof parse>) =>
        expect(plant.functions['SIF-106'].when[0].trip.approved).toEqual({ document: 'DOC-SP-SIF-106-20180201' }),
    ],
    [
      'file:DOC-SRS',
      '2018-02-01',
      (source: string) => source.replace('file: docs/srs-b.txt, date', 'date').replace(/, sha256: 2881[0-9a-f]+/, ''),
      (plant: ReturnType<typeof parse>) =>
        expect(plant.documents['DOC-SRS']).toMatchObject({ file: 'docs/new.pdf', by: '王五', sha256 }),
    ],
  ])(
    'an answer to %s becomes a declared document with date, person and hash, and settles it',
    async (id, day, edit, holds) => {
      const plant = plantWith(edit);
      const before = plant.text();
      const { code, out } = await plant.guide(day, '--answer', id, '--by', '王五', '--file', photo);
      expect(code).toBe(0);
      expect(out).toContain(sha256);
      const declared = parse(plant.text(), { schema: 'failsafe' });
      holds(declared);
      expect(JSON.stringify(declared.documents)).toContain('王五');
      expect(readFileSync(join(plant.folder, 'docs', 'new.pdf'), 'utf8')).toBe('a document');
      expect(await idsIn(plant, day)).not.toContain(id);
      expect((await runVerb(['check', plant.file], 'zh')).code).toBe(0);
      // Beside the lines of the answer nothing has changed, comments included.
      const lost = before.split('\n').filter((line) => !plant.text().includes(line.trim()));
      expect(lost.length).toBeLessThanOrEqual(1);
      expect(plant.text()).toContain('# An invented chlorination unit');
    },
  );

  it('a statement that rules asked for is answered by what was seen, for or against', async () => {
    const plant = plantWith((source) => source.replace('  - { what: hazop, is: present, document: DOC-HAZOP }\n', ''));
    const file = evidence(plant.folder);
    const id = 'statement:hazop';
    expect(await idsIn(plant, '2018-02-01', '--audit', file)).toContain(id);
    const answer = ['--answer', id, '--by', '王五', '--file', photo, '--is', 'absent'];
    const { code, err } = await plant.guide('2018-02-01', '--audit', file, ...answer);
    expect([code, err]).toEqual([0, '']);
    expect(parse(plant.text()).declarations.at(-1)).toEqual({
      what: 'hazop',
      is: 'absent',
      document: 'DOC-hazop-20180201',
    });
    expect(await idsIn(plant, '2018-02-01', '--audit', file)).not.toContain(id);
  });

  it.each([
    ['an item that is not on the list', ['--answer', 'file:DOC-NONE', '--by', '王五', '--file', 'x'], '清单中没有'],
    ['an answer without a person', ['--answer', 'reading:U100', '--file', 'x'], '--by'],
    [
      'a reading that a document should answer',
      ['--answer', 'reading:U100', '--by', '王五', '--file', 'x'],
      '不能用文件回答',
    ],
    [
      'a file that is not there',
      ['--answer', 'renewal:DOC-PSV', '--by', '王五', '--file', 'none.pdf'],
      '没有文件 none.pdf',
    ],
  ])('refuses %s and writes nothing', async (_, more, said) => {
    const plant = plantWith();
    const before = plant.text();
    const { code, err } = await plant.guide('2018-06-20', ...more);
    expect([code, plant.text()]).toEqual([2, before]);
    expect(err).toContain(said);
  });

  it('writes a page for a telephone or the printer that needs nothing outside', async () => {
    const plant = plantWith();
    const page = join(plant.folder, 'list.html');
    const { code } = await plant.guide('2018-06-20', '--html', page);
    expect(code).toBe(3);
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('现场清单');
    expect(html).toContain('<input type="checkbox">');
    expect(html).toContain('renewal:DOC-PSV');
    expect(html).toContain('width=device-width');
    expect(html).not.toMatch(/<script|src=|href="http/);
  });

  it('asks item by item on a terminal; what is skipped stays on the list', async () => {
    const plant = plantWith();
    const overdue = ['SIF-101', 'SIF-102', 'SIF-105', 'SIF-106', 'GIF-108', 'SIF-104'];
    const typed: readonly Typed[] = [
      ['who answers', '王五', enter],
      ['DOC-PSV', photo, enter],
      ...overdue.map((id): Typed => [id, enter]),
    ];
    const person = typingPerson(typed);
    const said = listening('en');
    const options = { audit: [], ask: true, simulatedTime: '2018-06-20T09:00:00+08:00' };
    const code = await runGuide(plant.file, options, said.io, person);
    expect(person.left()).toEqual([]);
    expect(code).toBe(3);
    expect(existsSync(join(plant.folder, 'docs', 'new.pdf'))).toBe(true);
    expect(said.out.join('\n')).toContain('renewal:DOC-PSV is now DOC-PSV-20180620');
  }, 30_000);

  it('says clearly that nobody can be asked where there is no terminal', async () => {
    const { code, err } = await plantWith().guide('2018-02-01', '--ask');
    expect([code, err]).toEqual([2, expect.stringContaining('标准输入不是终端')]);
  });
});
