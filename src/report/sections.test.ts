import { describe, expect, it } from 'vitest';
import { goldenText } from './golden-text.test-data.ts';
import { reportModel } from './model.ts';
import { sampleCounts, sampleRecord } from './sample-record.test-data.ts';

const record = sampleRecord();
const { sections, shown } = reportModel(record, 'zh');

describe('the worked example of judgement.md §10', () => {
  const { rows, all } = record.coverage;
  const counted = rows.filter((row) => row.standing === 'required');
  const ids = (result: string) => counted.filter((row) => row.result === result).map((row) => row.row.slice(-3));

  it('has the results that the page lists', () => {
    expect(ids('pass')).toEqual(['C02', 'C03', 'C04', 'C05', 'C07']);
    expect(ids('fail')).toEqual(['C01', 'C06', 'C10']);
    expect(ids('unknown')).toEqual(['C08', 'C09']);
  });

  it('adds up', () => {
    expect(all).toEqual(sampleCounts);
    expect([counted.length, ids('pass').length, ids('fail').length, ids('unknown').length]).toEqual([10, 5, 3, 2]);
    const proved = (proof: string) => counted.filter((row) => row.proof === proof);
    expect(proved('live')).toHaveLength(8);
    expect(proved('live').filter((row) => row.result !== 'unknown')).toHaveLength(6);
    expect(proved('document')).toHaveLength(2);
    const cells = (of: typeof counted, column: 'built' | 'inService') =>
      (['yes', 'no', 'unknown'] as const).map((cell) => of.filter((row) => row.cells[column] === cell).length);
    expect(cells(counted, 'built')).toEqual([7, 1, 2]);
    expect(
      cells(
        counted.filter((row) => row.emergency),
        'built',
      ),
    ).toEqual([2, 1, 1]);
    expect(
      cells(
        proved('live').filter((row) => row.cells.built !== 'no'),
        'inService',
      ),
    ).toEqual([4, 1, 2]);
  });
});

describe('the sections of the report', () => {
  it.each(Object.entries(sections))('%s says in Chinese what its golden text holds', async (name, model) => {
    await expect(goldenText(model)).toMatchFileSnapshot(`./golden/${name}.txt`);
  });

  it('states the coverage first', () => {
    expect(shown.slice(0, 4)).toEqual(['cover', 'conclusion', 'unverified', 'findings']);
    expect(sections.conclusion.sentence).toBe('应有 10 项控制功能：5 项符合，3 项不符合，2 项无法核实');
    expect(sections.conclusion.reach).toBe('实读 8 项：已判定 6；凭文件 2 项：已判定 2 → 覆盖不全，不能得出“合格”');
  });

  it('puts the immediate measure before the limit', () => {
    const labels = sections.findings.findings[0]?.facts.map((fact) => fact.label) ?? [];
    expect(labels.indexOf('立即措施')).toBeGreaterThan(-1);
    expect(labels.indexOf('立即措施')).toBeLessThan(labels.indexOf('建议整改期限'));
  });

  it('shows every outcome somewhere: judged, doubted, beside the count or not applicable', () => {
    const words = new Set(record.outcomes.map((outcome) => outcome.result));
    expect([...words].sort()).toEqual(['fail', 'notapplicable', 'pass', 'unknown']);
    const counts = sections.rules.rules.rows.flatMap((row) => row.slice(4).map(Number));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(record.outcomes.length);
    expect(sections.findings.findings).toHaveLength(3);
    expect(sections.otherFindings.findings.rows).toHaveLength(1);
    expect(sections.unverified.tables.map((table) => table.table.rows.length)).toEqual([2, 1, 1]);
  });

  it('keeps a doubt that stands beside a proved fault', () => {
    const [first, ...others] = record.outcomes;
    if (first === undefined) throw new Error('the sample has outcomes');
    const doubt = {
      part: 'PZT-101',
      result: 'unknown' as const,
      missing: [{ of: 'PZT-101', why: { key: 'audit.never-read' as const } }],
      evidence: [],
    };
    const doubted = { ...record, outcomes: [{ ...first, parts: [...first.parts, doubt] }, ...others] };
    const { unverified, findings } = reportModel(doubted, 'zh').sections;
    expect(goldenText(unverified)).toContain('SIS：未读到 | SIF-101 | PZT-101');
    expect(goldenText(findings)).toContain('同项未能核实 | SIS：未读到');
  });

  it('leaves no cell empty', () => {
    for (const text of goldenText(sections).split('\n').slice(0, -1)) {
      expect(
        text.split(' | ').filter((cell) => cell.trim() === ''),
        text,
      ).toEqual([]);
    }
  });
});

describe('what a reader must know first', () => {
  const { header, ...rest } = record;

  it.each([
    ['模拟装置·模拟时间', { ...rest, header: { ...header, simulatedTime: true } }],
    ['推演', { ...rest, header: { ...header, hypothetical: true } }],
    ['本次核查未完成', (({ end: _cut, ...open }) => ({ ...open, header }))(rest)],
  ])('%s is on the cover and for every head', (mark, marked) => {
    const model = reportModel(marked, 'zh');
    expect(model.marks).toEqual([mark]);
    expect(model.sections.cover.marks).toEqual([mark]);
  });

  it('lists what the witness sent below the controller that it asked', () => {
    const [first, ...others] = record.traffic;
    if (first === undefined) throw new Error('the sample has traffic');
    const witness = { connections: 1, requests: { connect: 1, read: 7 }, bytesOut: 84, bytesIn: 91, peakPerSecond: 4 };
    const traffic = [{ ...first, witness: { ...witness, writes: 0 as const } }, ...others];
    const { rows, headers } = reportModel({ ...record, traffic }, 'zh').sections.traffic.traffic;
    expect(rows[1]?.[0]).toBe('其中第二套实现');
    expect(rows[1]).toHaveLength(headers.length);
    expect(rows[1]?.filter((cell) => cell !== '0').slice(1)).toEqual(['1', '1', '7', '84', '91', '4']);
    expect(rows).toHaveLength(record.traffic.length + 1);
  });

  it('marks nothing that is not so', () => {
    expect(reportModel(record, 'zh').marks).toEqual([]);
  });

  it('says on the cover and in the conclusion who decides', () => {
    expect([sections.cover.proposal, sections.conclusion.proposal]).toEqual(
      Array(2).fill('工具提出建议，由主管部门决定。'),
    );
  });
});

describe('the report in English', () => {
  it('has a message for everything that it says', () => {
    const text = goldenText(reportModel(record, 'en').sections);
    expect(text).not.toMatch(/\{\w+\}|undefined|report\./);
    expect(text).toContain('10 control functions required: 5 satisfied, 3 not satisfied, 2 could not be verified');
  });

  it('uses no Chinese word of its own', () => {
    const own = Object.values(reportModel(record, 'en').sections.conclusion.findings.headers).join();
    expect(own).not.toMatch(/\p{Script=Han}/u);
  });
});
