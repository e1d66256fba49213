import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReportModel, reportModel } from './model.ts';
import { MissingGlyph } from './renderers/pdf/index.ts';
import { hasPoppler, pagesOf } from './renderers/pdf/poppler.test-data.ts';
import { sampleRecord } from './sample-record.test-data.ts';
import { pdfOf, writePdf } from './write-pdf.ts';

const record = sampleRecord();
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('the PDF', () => {
  const model = reportModel({ ...record, header: { ...record.header, simulatedTime: true } }, 'zh');
  let pdf: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    pdf = await pdfOf(model);
  });

  it('is the same for the same record, byte for byte', async () => {
    const again = await pdfOf(reportModel({ ...record, header: { ...record.header, simulatedTime: true } }, 'zh'));
    expect(Buffer.compare(again, pdf)).toBe(0);
  });

  it('differs where the record differs', async () => {
    const other = await pdfOf(reportModel({ ...record, chainHead: '0'.repeat(64) }, 'zh'));
    expect(Buffer.compare(other, pdf)).not.toBe(0);
  });

  it('says when the record was made, and nothing of the machine', async () => {
    // Never the file itself in a message of the test: it is long, and no text. The twin has no packed objects.
    const text = Buffer.from(await pdfOf(model, { kind: 'twin' })).toString('latin1');
    expect(text.includes('(D:20180201020109Z)')).toBe(true);
    expect(/Helvetica|PDFKit|fontkit|node|linux/i.test(text)).toBe(false);
  });

  it('is written to a file or into a stream', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tripline-report-'));
    const file = join(folder, 'report.pdf');
    const stream = new PassThrough();
    const [, , piped] = await Promise.all([writePdf(model, file), writePdf(model, stream), buffer(stream)]);
    expect(Buffer.compare(await readFile(file), Buffer.from(pdf))).toBe(0);
    expect(Buffer.compare(piped, Buffer.from(pdf))).toBe(0);
    await rm(folder, { recursive: true });
  });

  it('cannot be made with a character that the face does not have', async () => {
    const { plant } = record;
    const strange = { ...record, plant: { ...plant, enterprise: { ...plant.enterprise, name: '桓台🏭化工' } } };
    await expect(pdfOf(reportModel(strange, 'zh'))).rejects.toThrow(MissingGlyph);
    await expect(pdfOf(reportModel(strange, 'zh'))).rejects.toThrow('🏭');
  });

  it('can be made whatever a controller says of itself', async () => {
    const controllers = record.controllers.map((it) =>
      it.self === undefined ? it : { ...it, self: { ...it.self, identity: { model: '\u0007مضخة😀', serial: '' } } },
    );
    await expect(pdfOf(reportModel({ ...record, controllers }, 'zh'))).resolves.toBeInstanceOf(Uint8Array);
  });

  it('can be made of an audit that was cut off before it saw anything', async () => {
    const { end: _end, ...begun } = record;
    const all = { ...record.coverage.all, required: 0, pass: 0, fail: 0, unknown: 0 };
    const cut = {
      ...begun,
      controllers: [],
      observations: [],
      unitStates: [],
      outcomes: [],
      traffic: [],
      coverage: { rows: [], units: [], all },
      conclusion: { result: 'inconclusive', exitCode: 3 } as const,
    };
    const model = reportModel(cut, 'zh');
    expect(model.sections.conclusion.sentence).toBe('核查中断，应有的控制功能没有判定');
    expect(model.sections.conclusion.verdict.sentence).toBe('本次核查未完成，不作结论');
    await expect(pdfOf(model)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('is drawn in English too', async () => {
    await expect(pdfOf(reportModel(record, 'en'))).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe.skipIf(!hasPoppler)('the text of the PDF, read by another program', () => {
  const simulated = { ...record, header: { ...record.header, simulatedTime: true, hypothetical: true } };
  let pages: readonly string[] = [];
  beforeAll(async () => {
    pages = pagesOf(await pdfOf(reportModel(simulated, 'zh'))).map(squeezed);
  });

  it('begins with the coverage statement on the second page', () => {
    expect(pages[1]).toContain('应有10项控制功能：5项符合，3项不符合，2项无法核实');
    expect(pages[1]).toContain('实读8项：已判定6；凭文件2项：已判定2→覆盖不全，不能得出“合格”');
    expect(pages[1]).toContain('建成是7，否1，不明2（共10）');
  });

  it('carries its marks on every page, and counts the pages', () => {
    for (const [index, page] of pages.entries()) {
      expect(page, `page ${index + 1}`).toContain('模拟装置·模拟时间');
      expect(page, `page ${index + 1}`).toContain('推演');
      expect(page).toContain(`第${index + 1}页共${pages.length}页`);
    }
  });

  it('gives each finding with clause, evidence and limit', () => {
    const all = pages.join('');
    for (const said of [
      '1.ESD-110紧急停车',
      '重大隐患',
      '旁路MOS-104生效，无有效作业票',
      '安监总管三〔2017〕121号第4项（REG-MH-04，已核对原文）',
      '2018-03-03（自2018-02-01起30日，起始当日不计）',
      'MOS-104SIS直连DB30.DBX0.41（旁路）',
      '写请求：0',
    ]) {
      expect(all).toContain(said);
    }
  });

  it('reads the signs of the matrix back as words', () => {
    const matrix = pages.find((page) => page.includes('覆盖矩阵'));
    expect(matrix).toContain('SIF-101是是–是否？是不符合');
    expect(pages.join('')).toContain('V-104是是符合凭文件');
  });

  it('repeats the header of a long table on every page and tears no row', async () => {
    const [first] = record.observations;
    if (first?.kind !== 'reading') throw new Error('the sample begins with a reading');
    const many = Array.from({ length: 400 }, (_, index) => ({
      ...first,
      tag: `X-${1000 + index}`,
      evidence: 5000 + index,
    }));
    const plant = { ...record.plant, points: new Map<string, never>() };
    const text = pagesOf(await pdfOf(reportModel({ ...record, plant, observations: many }, 'zh')));
    const tables = text.filter((page) => /X-1\d{3}/.test(page));
    expect(tables.length).toBeGreaterThan(5);
    for (const page of tables) expect(squeezed(page)).toContain('位号来源地址值单位质量源时间本机时间证据号');
    const rows = tables.flatMap((page) => page.split('\n').filter((line) => /^ *X-1\d{3}/.test(line)));
    expect(rows).toHaveLength(400);
    for (const [index, row] of rows.entries()) expect(row).toMatch(new RegExp(`X-${1000 + index}.*${5000 + index}$`));
  });

  it('goes on over pages with a row that is taller than one, and loses nothing of it', async () => {
    const [outcome] = record.outcomes;
    if (outcome === undefined) throw new Error('the sample has outcomes');
    const words = Array.from({ length: 1200 }, (_, index) => `w${index}`);
    const statement = { zh: words.join(' '), en: '-' };
    const tall = { ...outcome, weight: 'advisory', statement } as const;
    const text = pagesOf(await pdfOf(reportModel({ ...record, outcomes: [tall] }, 'zh'))).join('\n');
    const found = new Set(text.match(/\bw\d+\b/g));
    expect(words.filter((word) => !found.has(word))).toEqual([]);
  });

  it('reads a folded character back as the one that was meant', async () => {
    const { plant } = record;
    const odd = { ...record, plant: { ...plant, enterprise: { ...plant.enterprise, name: '\u2f00一\uf967不厂' } } };
    const [cover = ''] = pagesOf(await pdfOf(reportModel(odd, 'zh')));
    expect(cover).toContain('一一不不厂');
  });
});

describe('a model that is no sentence', () => {
  it('cannot be drawn with an empty cell', async () => {
    const model = reportModel(record, 'zh');
    const { readings } = model.sections;
    const [row = [], ...rows] = readings.readings.rows;
    const holed: ReportModel = {
      ...model,
      sections: {
        ...model.sections,
        readings: { ...readings, readings: { ...readings.readings, rows: [row.map(() => ''), ...rows] } },
      },
    };
    await expect(pdfOf(holed)).rejects.toThrow('empty');
  });
});
