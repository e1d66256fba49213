import { describe, expect, it } from 'vitest';
import { reportModel } from './model.ts';
import { hasPoppler, pagesOf } from './renderers/pdf/poppler.test-data.ts';
import { sampleCounts, sampleRecord } from './sample-record.test-data.ts';
import { pdfOf } from './write-pdf.ts';

/** The sample with a second unit that has a relief valve and nothing else, proved by document. */
function twoUnits() {
  const record = sampleRecord();
  const [row] = record.coverage.rows.filter((it) => it.nature === 'passive' && it.result === 'pass');
  const [outcome] = record.outcomes;
  const [first] = record.plant.functions;
  if (row === undefined || outcome === undefined || first === undefined) throw new Error('the sample has rows');
  const counts = {
    ...sampleCounts,
    required: 1,
    live: { required: 0, judged: 0 },
    document: { required: 1, judged: 1 },
    pass: 1,
    fail: 0,
    unknown: 0,
    unconfirmedBasis: 0,
    built: { yes: 1, no: 0, unknown: 0 },
    esdPresent: { yes: 0, no: 0, unknown: 0 },
    inService: { yes: 0, no: 0, unknown: 0 },
  };
  return sampleRecord({
    plant: {
      ...record.plant,
      units: [...record.plant.units, { id: 'U200', name: '加氢装置', processes: ['P06'] }],
      functions: [
        ...record.plant.functions,
        { ...first, id: 'PSV-207', name: '加氢安全阀', unit: 'U200', document: 'DOC-2' },
      ],
    },
    coverage: {
      rows: [
        ...record.coverage.rows,
        { ...row, id: 'U200·P06-C07', unit: 'U200', row: 'P06-C07', functions: ['PSV-207'] },
      ],
      units: [...record.coverage.units, { unit: 'U200', ...counts }],
      all: record.coverage.all,
    },
    outcomes: [
      ...record.outcomes,
      {
        ...outcome,
        id: 'x@PSV-207',
        subject: { ...outcome.subject, id: 'PSV-207', name: '加氢安全阀', unit: 'U200', rows: [] },
      },
    ],
  });
}

describe('editions of a report', () => {
  it('of a unit hold what concerns the unit, and the conclusion of the whole', () => {
    const { sections, marks } = reportModel(twoUnits(), 'zh', { unit: 'U200' });
    expect(marks).toEqual(['分册：只列装置 U200，结论为全部装置的结论']);
    expect(sections.cover.marks).toEqual(marks);
    expect(sections.conclusion.sentence).toBe('应有 1 项控制功能：1 项符合，0 项不符合，0 项无法核实');
    expect(sections.conclusion.verdict.sentence).toBe('不符合');
    expect(sections.findings.findings.map(({ heading }) => heading)).toEqual(['1. PSV-207 加氢安全阀']);
    expect(sections.coverage.units.map(({ name }) => name)).toEqual(['加氢装置 U200']);
    expect(sections.readings.readings.rows.map(([tag]) => tag)).toEqual(['TZSHH-101.SP', 'PZSHH-101.SP']);
    expect(sections.chain.payload).toBe(reportModel(twoUnits(), 'zh').sections.chain.payload);
  });

  it('of another unit lose nothing of it', () => {
    const whole = reportModel(sampleRecord(), 'zh').sections;
    const { sections } = reportModel(twoUnits(), 'zh', { unit: 'U100' });
    expect(sections.findings).toEqual(whole.findings);
    expect(sections.coverage).toEqual(whole.coverage);
    expect(sections.unverified).toEqual(whole.unverified);
  });

  it('of a unit that is not there cannot be made', () => {
    expect(() => reportModel(sampleRecord(), 'zh', { unit: 'U999' })).toThrow('U999');
  });

  it.skipIf(!hasPoppler)('as a summary leave out findings and evidence, and say so on every page', async () => {
    const model = reportModel(sampleRecord(), 'zh', { summary: true });
    const pages = pagesOf(await pdfOf(model)).map((page) => page.replace(/\s+/g, ''));
    const [cover = '', ...others] = pages;
    for (const page of [cover, ...others]) expect(page).toContain('摘要：逐项说明和证据见完整报告');
    const all = pages.join('');
    expect(all).toContain('整改清单');
    expect(all).not.toContain('附录证据');
    expect(pages.length).toBeLessThan(pagesOf(await pdfOf(reportModel(sampleRecord(), 'zh'))).length);
  });
});

describe.skipIf(!hasPoppler)('a page for each nature of row', () => {
  const natures = {
    sif: ['安全功能（紧急停车、切断、紧急冷却等）', '申报建成独立可读定值动作投用结果'],
    interlock: ['联锁', '申报建成独立可读定值动作投用结果'],
    alarm: ['报警和检测', '申报建成可读定值投用结果'],
    'control-loop': ['控制回路', '申报建成可读投用结果'],
    passive: ['非在线设施（凭文件）', '申报文件在期结果'],
  } as const;

  it.each(Object.entries(natures))('%s shows its own columns and no empty cell', async (nature, [title, headers]) => {
    const record = sampleRecord();
    const rows = record.coverage.rows.filter((row) => row.nature === nature);
    const model = reportModel({ ...record, coverage: { ...record.coverage, rows } }, 'zh');
    const pages = pagesOf(await pdfOf({ ...model, shown: ['coverage'] })).map((page) => page.replace(/\s+/g, ''));
    expect(pages).toHaveLength(1);
    const [page = ''] = pages;
    expect(page).toContain(title);
    const [matrix] = model.sections.coverage.units[0]?.natures ?? [];
    expect(matrix?.headers.slice(3, -1).join('')).toBe(headers);
    expect(matrix?.rows.length).toBe(rows.length);
    for (const row of matrix?.rows ?? []) {
      expect(page).toContain(row.id);
      expect(row.cells.every(({ says }) => says !== '')).toBe(true);
      expect(row.missing).not.toBe('');
    }
  });
});
