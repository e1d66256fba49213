import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteLog, openDatabase, readEntries, readRecord, verifyChain } from '../../../src/audit/index.ts';
import { sampleRecord } from '../../../src/report/sample-record.test-data.ts';
import { runVerb } from '../../run-verb.test-data.ts';

let folder: string;
let number = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-finding-'));
  writeFileSync(join(folder, 'IMG_0412.JPG'), 'a photograph');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = ['--simulated-time', '2018-02-02T09:00:00+08:00'];
const seen = ['--text', '紧急停车按钮 HS-104 被纸箱遮挡', '--by', '王五', ...at];

/** The evidence of the worked example in a folder of its own. */
function evidence(isFinished = true): string {
  number += 1;
  const file = join(mkdtempSync(join(folder, `${number}-`)), 'audit.sqlite');
  const { header, plant, packs, outcomes, coverage, traffic, conclusion, end } = sampleRecord();
  const log = createSqliteLog(file);
  log.append('audit-started', header);
  log.append('plant', plant);
  log.appendAll('pack', packs);
  log.appendAll('outcome', outcomes);
  log.append('coverage', coverage);
  log.appendAll('traffic', traffic);
  log.append('conclusion', conclusion);
  if (isFinished && end !== undefined) log.append('audit-finished', end);
  log.close();
  return file;
}

const add = (file: string, ...more: readonly string[]) => runVerb(['finding', 'add', file, ...seen, ...more], 'zh');

describe('tripline finding add', () => {
  it('adds one entry to the chain, keeps the photograph by its hash, and changes no verdict', async () => {
    const file = evidence();
    const before = readRecord(readEntries(file));
    const photo = join(folder, 'IMG_0412.JPG');
    const { code, out, err } = await add(
      file,
      '--clause',
      'REG-MH-04',
      '--photo',
      photo,
      '--remediation',
      '清除遮挡物',
    );
    expect(code).toBe(0);
    expect(out).toContain(
      'expert-1  2018-02-02  王五  U100  紧急停车按钮 HS-104 被纸箱遮挡  依据：安监总管三〔2017〕121号',
    );
    const entries = readEntries(file);
    expect(verifyChain(entries)).toMatchObject({ intact: true, entries: before.entries + 1 });
    expect(err).toContain(entries.at(-1)?.hash);
    const { expertFindings = [], formerHeads, chainHead, entries: _, ...rest } = readRecord(entries);
    const { chainHead: head, entries: __, ...untouched } = before;
    expect(rest).toEqual(untouched);
    expect([formerHeads, chainHead === head]).toEqual([[head], false]);
    expect(expertFindings).toMatchObject([{ id: 'expert-1', unit: 'U100', by: '王五', clause: { fact: 'REG-MH-04' } }]);
    const [kept] = expertFindings[0]?.photographs ?? [];
    expect(readFileSync(join(file, '..', kept?.file ?? ''), 'utf8')).toBe('a photograph');
    expect((await runVerb(['finding', 'list', file, '--json'], 'en')).out).toContain(kept?.sha256);
    const verified = await runVerb(['verify', file], 'zh');
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('与证据所记一致')]);
    writeFileSync(join(file, '..', kept?.file ?? ''), 'another photograph');
    expect(await runVerb(['verify', file], 'zh')).toMatchObject({
      code: 1,
      out: expect.stringContaining('被换过或改过'),
    });
    rmSync(join(file, '..', kept?.file ?? ''));
    expect((await runVerb(['verify', file], 'zh')).code).toBe(3);
  });

  it('says not known where nobody named a clause', async () => {
    const file = evidence();
    expect((await add(file)).out).toContain('依据：不清楚');
    expect((await add(file, '--unit', '-')).out).toContain('expert-2  2018-02-02  王五  企业');
    expect((await runVerb(['finding', 'list', evidence()], 'zh')).out).toBe('没有现场所见');
  });

  it.each([
    ['a clause that no rule cites', ['--clause', 'REG-XX-99'], '规则包中没有引用 REG-XX-99'],
    ['another unit', ['--unit', 'U999'], '没有 U999'],
    ['a subject that is not there', ['--subject', 'SIF-999'], '没有 SIF-999'],
    ['a photograph that is not there', ['--photo', 'none.jpg'], '没有照片文件 none.jpg'],
    ['a day that has not come', ['--date', '2018-02-03'], '晚于今天'],
    ['an empty name', ['--by', ' '], '--by 不能为空'],
  ])('refuses %s, and writes nothing', async (_, more, said) => {
    const file = evidence();
    const before = readEntries(file);
    const { code, out, err } = await add(file, ...more);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(readEntries(file)).toEqual(before);
    expect(existsSync(join(file, '..', 'photographs'))).toBe(false);
  });

  it('refuses evidence without an end, and a chain that does not hold', async () => {
    const unfinished = evidence(false);
    expect((await add(unfinished)).code).toBe(2);
    const forged = evidence();
    const database = openDatabase(forged);
    database.exec(
      "DROP TRIGGER entry_no_update; UPDATE entry SET body = replace(body, '氯化', '硝化') WHERE number = 2",
    );
    database.close();
    expect((await add(forged)).code).toBe(2);
    expect(readEntries(forged).some(({ kind }) => kind === 'expert-finding')).toBe(false);
  });
});

describe('what people saw, after it was added', () => {
  it('stands in result.json, the web page, the workbook and OSCAL, marked as theirs, and counts nowhere', async () => {
    const file = evidence();
    await add(file);
    const out = join(file, '..', 'out');
    expect((await runVerb(['export', file, '--out', out], 'zh')).code).toBe(0);
    const html = readFileSync(join(out, 'report.html'), 'utf8');
    expect(html).toContain('专家现场所见（非机器判定）');
    expect(html).toContain('紧急停车按钮 HS-104 被纸箱遮挡');
    const oscal = readFileSync(join(out, 'oscal-assessment-results.json'), 'utf8');
    expect(oscal).toContain('"EXAMINE"');
    expect(readFileSync(join(out, 'oscal-poam.json'), 'utf8')).toContain('"seen-by"');
    const exported = readFileSync(join(out, 'result.json'), 'utf8');
    expect((await runVerb(['report', file, '--out', out], 'zh')).code).toBe(0);
    expect(readFileSync(join(out, 'result.json'), 'utf8')).toBe(exported);
    const result = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'));
    expect(result.expertFindings).toMatchObject([{ id: 'expert-1', by: '王五', clause: null }]);
    const { outcomes, coverage, conclusion } = sampleRecord();
    expect(result.outcomes).toHaveLength(outcomes.length);
    expect([result.coverage.all.fail, result.conclusion.exitCode]).toEqual([coverage.all.fail, conclusion.exitCode]);
  }, 60_000);

  it('a report that was drawn before still verifies, and verify says that it is older', async () => {
    const file = evidence();
    const report = join(file, '..', 'report.pdf');
    expect((await runVerb(['report', file], 'zh')).code).toBe(0);
    await add(file);
    const { code, out } = await runVerb(['verify', report], 'zh');
    expect(out).toContain('此后证据又记入 1 项现场所见');
    expect(code).not.toBe(1);
    const bundle = join(file, '..', 'all.zip');
    expect((await runVerb(['bundle', file, '--out', bundle], 'zh')).code).toBe(0);
    expect((await runVerb(['verify', bundle], 'zh')).out).toContain('此后证据又记入 1 项现场所见');
    expect((await runVerb(['report', file], 'zh')).code).toBe(0);
    expect((await runVerb(['verify', report], 'zh')).out).not.toContain('此后证据又记入');
  }, 90_000);

  it('becomes a case of its own, can be ordered, and is re-inspected by a person', async () => {
    const file = evidence();
    const register = ['--register', join(file, '..', 'cases.sqlite')];
    const on = (day: string) => ['--simulated-time', `${day}T10:00:00+08:00`];
    const run = (day: string, ...argv: readonly string[]) =>
      runVerb([...argv, ...register, '--by', '李四', ...on(day)], 'zh');
    expect((await run('2018-02-02', 'register', 'import', file)).code).toBe(0);
    const listed = async () => JSON.parse((await runVerb(['case', 'list', ...register, '--json'], 'zh')).out);
    const machine = (await listed()).length;
    await add(file);
    // Taken in again, only what was added is new.
    expect((await run('2018-02-02', 'register', 'import', file)).code).toBe(0);
    const cases = await listed();
    expect(cases).toHaveLength(machine + 1);
    const id = cases.at(-1).case;
    const shown = await runVerb(['case', 'show', id, ...register, '--on', '2018-02-02'], 'zh');
    expect(shown.out).toContain('紧急停车按钮 HS-104 被纸箱遮挡');
    expect((await run('2018-02-03', 'case', 'grade', id, '--as', 'general', '--reason', '现场可立即整改')).code).toBe(
      0,
    );
    expect((await run('2018-02-03', 'case', 'order', id, '--until', '2018-02-20')).code).toBe(0);
    const draft = await runVerb(['case', 'document', id, '--kind', 'order', '--date', '2018-02-03', ...register], 'zh');
    expect(draft.out).toContain('HS-104');
    const again = await run('2018-02-21', 'recheck', id);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('机器不能复读')]);
    expect((await run('2018-02-21', 'case', 'confirm', id, '--verdict', 'rectified')).code).toBe(2);
    const confirmed = await run(
      '2018-02-21',
      'case',
      'confirm',
      id,
      '--verdict',
      'rectified',
      '--reason',
      '现场看过，已清除',
    );
    expect([confirmed.code, confirmed.err]).toEqual([0, '']);
    expect((await run('2018-02-22', 'case', 'close', id)).code).toBe(0);
  }, 60_000);
});
