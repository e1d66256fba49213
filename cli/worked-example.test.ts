import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hasPoppler, pagesOf } from '../src/report/renderers/pdf/poppler.test-data.ts';
import { listening, type Said } from './listening.test-data.ts';
import { runDemo } from './verbs/demo/run-demo.ts';
import { explainTopic } from './verbs/explain/explain-topic.ts';

// judgement.md §10, typed from the page: nothing here is taken from what the program says.
const rows = {
  'P03-C01': 'fail',
  'P03-C02': 'pass',
  'P03-C03': 'pass',
  'P03-C04': 'pass',
  'P03-C05': 'pass',
  'P03-C06': 'fail',
  'P03-C07': 'pass',
  'P03-C08': 'unknown',
  'P03-C09': 'unknown',
  'P03-C10': 'fail',
} as const;
const byDocument = ['P03-C04', 'P03-C07'];
const emergency = ['P03-C05', 'P03-C06', 'P03-C08', 'P03-C10'];
const inService = ['P03-C01', 'P03-C02', 'P03-C03', 'P03-C05', 'P03-C08', 'P03-C09', 'P03-C10'];

const answer = z.object({ yes: z.int(), no: z.int(), unknown: z.int() });
const tally = z.object({ required: z.int(), judged: z.int() });
const counts = z.object({
  required: z.int(),
  live: tally,
  document: tally,
  pass: z.int(),
  fail: z.int(),
  unknown: z.int(),
  unconfirmedBasis: z.int(),
  built: answer,
  esdPresent: answer,
  inService: answer,
});
const resultSchema = z.object({
  coverage: z.object({
    all: counts,
    units: z.array(counts.extend({ unit: z.string() })),
    rows: z.array(
      z.object({
        row: z.string(),
        standing: z.string(),
        proof: z.string(),
        result: z.string(),
        emergency: z.boolean(),
        cells: z.record(z.string(), z.string()),
        because: z.array(z.object({ text: z.string() })),
      }),
    ),
  }),
  outcomes: z.array(z.object({ id: z.string(), result: z.string(), weight: z.string(), severity: z.string() })),
  conclusion: z.object({ result: z.string(), exitCode: z.int() }),
  traffic: z.array(z.object({ writes: z.int() })),
});

let folder: string;
let said: Said;
let code: number;
let result: z.infer<typeof resultSchema>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-worked-'));
  said = listening();
  code = await runDemo(folder, said.io);
  result = resultSchema.parse(JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sentences of the conclusion, as the screen and the report must both have them. */
const sentences = [
  '应有 10 项控制功能：5 项符合，3 项不符合，2 项无法核实',
  '实读 8 项：已判定 6；凭文件 2 项：已判定 2 → 覆盖不全，不能得出“合格”',
  '另有 1 项依据待核实，不计入',
];

describe('the worked example of judgement.md §10', () => {
  it('comes out as the scenario promises', () => {
    expect(said.err.join('\n')).not.toContain('不同');
    expect(code).toBe(0);
  });

  it('has every number on the screen', () => {
    const screen = said.out.join('\n');
    for (const sentence of sentences) expect(screen).toContain(sentence);
    expect(screen).toMatch(/建成 7\/10（不明 2）\s+紧急停车 2\/4（不明 1）\s+投用 4\/7（不明 2）/);
    expect(screen).toContain('结论：不符合（退出码 1）');
    expect(screen.match(/^ {2}(重大隐患|建议按重大研判|一般隐患) /gm)).toHaveLength(3);
    expect(screen).toMatch(/一般隐患\s+SIF-101\s+联锁设定值 TZSHH-101\.SP 为 140 ℃（不安全侧）；应为：批准值 120 ℃/);
  });

  it('has every row of the table in result.json', () => {
    const required = result.coverage.rows.filter(({ standing }) => standing === 'required');
    expect(Object.fromEntries(required.map(({ row, result: is }) => [row, is]))).toEqual(rows);
    expect(result.coverage.rows.filter(({ standing }) => standing !== 'required').map(({ row }) => row)).toEqual([
      'P03-C11',
    ]);
    expect(required.filter(({ proof }) => proof === 'document').map(({ row }) => row)).toEqual(byDocument);
    expect(required.filter((row) => row.emergency).map(({ row }) => row)).toEqual(emergency);
    const why = (of: string) =>
      required
        .find(({ row }) => row === of)
        ?.because.map(({ text }) => text)
        .join() ?? '';
    expect(why('P03-C01')).toContain('140 ℃');
    expect(why('P03-C06')).toContain('未见');
    expect(why('P03-C08')).toMatch(/无响应|停止读取/);
    expect(why('P03-C10')).toContain('MOS-104');
  });

  it('has every count in result.json, and the counts are those of the rows', () => {
    const { all, units, rows: judged } = result.coverage;
    const expected = {
      required: 10,
      live: { required: 8, judged: 6 },
      document: { required: 2, judged: 2 },
      pass: 5,
      fail: 3,
      unknown: 2,
      unconfirmedBasis: 1,
      built: { yes: 7, no: 1, unknown: 2 },
      esdPresent: { yes: 2, no: 1, unknown: 1 },
      inService: { yes: 4, no: 1, unknown: 2 },
    };
    expect(all).toEqual(expected);
    expect(units).toEqual([{ unit: 'U100', ...expected }]);
    // Added up once more from the rows that are shown.
    const counted = judged.filter(({ standing }) => standing === 'required');
    const cells = (column: string, among: readonly string[]) => {
      const of = (word: string) => counted.filter(({ row, cells: is }) => among.includes(row) && is[column] === word);
      return { yes: of('yes').length, no: of('no').length, unknown: of('unknown').length };
    };
    const all10 = Object.keys(rows);
    expect(cells('built', all10)).toEqual(expected.built);
    expect(cells('built', emergency)).toEqual(expected.esdPresent);
    expect(cells('inService', inService)).toEqual(expected.inService);
    expect(
      counted.filter(({ cells: is, proof }) => proof === 'live' && is['built'] !== 'no').map(({ row }) => row),
    ).toEqual(inService);
    for (const { yes, no, unknown } of [all.built, all.esdPresent, all.inService]) {
      expect([10, 4, 7]).toContain(yes + no + unknown);
    }
    expect(all.pass + all.fail + all.unknown).toBe(all.required);
    expect(all.live.required + all.document.required).toBe(all.required);
    expect(all.live.judged + all.document.judged).toBe(all.pass + all.fail);
  });

  it('is not satisfied, by three findings that bind, and has written nothing', () => {
    const binding = result.outcomes.filter(({ result: is, weight }) => is === 'fail' && weight === 'binding');
    expect(binding.map(({ id, severity }) => `${id} ${severity}`).sort()).toEqual([
      'esd-in-service@SIF-104 major',
      'required-function-covered@U100·P03-C06 borderline',
      'trip-setpoint-approved@SIF-101 general',
    ]);
    expect(result.conclusion).toMatchObject({ result: 'not-satisfied', exitCode: 1 });
    expect(result.traffic.map(({ writes }) => writes)).toEqual([0, 0, 0]);
  });

  it.runIf(hasPoppler)('has every number in the PDF', () => {
    const text = pagesOf(readFileSync(join(folder, 'report.pdf'))).join('\n');
    for (const sentence of sentences) expect(text).toContain(sentence);
    expect(text).toMatch(/建成\s+是 7，否 1，不明 2（共 10）/);
    expect(text).toMatch(/紧急停车\s+是 2，否 1，不明 1（共 4）/);
    expect(text).toMatch(/投用\s+是 4，否 1，不明 2（共 7）/);
    expect(text).toMatch(/重大隐患\s+1\s/);
    expect(text).toMatch(/建议按重大研判\s+1\s/);
    expect(text).toMatch(/一般隐患\s+1\s/);
    const words = { pass: '符合', fail: '不符合', unknown: '无法核实' } as const;
    // The line of the coverage matrix: name, functions, the columns of its nature, result.
    for (const [row, is] of Object.entries(rows)) {
      expect(text).toMatch(new RegExp(`^\\s*${row} .*?(\\s+[是否？–]){2,7}\\s+${words[is]}`, 'm'));
    }
    expect(text).toMatch(/140 ℃/);
  });

  it('leads from the wrong setpoint back to the bytes of the reply', () => {
    const { io, out } = listening();
    const audit = join(folder, 'audit.sqlite');
    expect(explainTopic('trip-setpoint-approved@SIF-101', { audit, json: true }, io)).toBe(0);
    const explanation: unknown = JSON.parse(out.join(''));
    const [part] = explanationSchema.parse(explanation).parts;
    const { exchanges, clauses, check } = explanationSchema.parse(explanation);
    expect(clauses.map(({ fact, confidence }) => `${fact} ${confidence}`)).toContain('REG-P-B verified');
    expect(check.name).toBe('setpoint-as-approved');
    expect(part).toMatchObject({ result: 'fail' });
    const [reading] = part?.readings ?? [];
    // 140.0 as a REAL, and where a person finds it in the reply.
    expect(reading).toMatchObject({
      tag: 'TZSHH-101.SP',
      address: 'DB11.DBD0',
      value: '140',
      unit: '℃',
      raw: '430c0000',
    });
    const carrier = exchanges.find(({ exchange }) => exchange === reading?.exchange);
    expect(carrier?.reply).toContain('430c0000');
    expect(carrier?.request).toMatch(/^0300/);
  });

  it('explains what was not verified by the silence behind it, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const { io, out } = listening(language);
      const audit = join(folder, 'audit.sqlite');
      expect(explainTopic('esd-in-service@GIF-108', { audit, json: false }, io)).toBe(0);
      expect(out.join('\n')).toContain(language === 'zh' ? '无法核实' : 'not verified');
      expect(out.join('\n')).toContain('GOS-108');
      expect(out.join('\n')).toContain('REG-MH-04');
    }
  });

  it('explains every outcome, and what stands behind it: readings, rights, stand-bys, or the place of a declaration', () => {
    const audit = join(folder, 'audit.sqlite');
    // One of each rule and result: what one function shows, its sister shows too.
    const kinds = new Map(result.outcomes.map((each) => [`${each.id.split('@')[0]} ${each.result}`, each.id]));
    const explained = [...kinds.values()].map((id) => {
      const { io, out } = listening();
      expect(explainTopic(id, { audit, json: true }, io)).toBe(0);
      return explanationSchema.parse(JSON.parse(out.join('')));
    });
    const judged = explained.filter(({ result: is }) => is === 'pass' || is === 'fail');
    expect(judged.length).toBeGreaterThan(30);
    // A verdict on a function or a controller leads to readings or statements, or to its line in the plant file.
    const baseless = judged.filter(
      ({ parts, declaredAt, subject }) =>
        (subject.kind === 'safety-function' || subject.kind === 'controller') &&
        declaredAt === undefined &&
        parts.every(({ readings, statements }) => readings.length + statements.length === 0),
    );
    expect(baseless.map(({ check }) => check.name)).toEqual([]);
    const told = (name: string) =>
      JSON.stringify(explained.find(({ check, result: is }) => check.name === name && is === 'pass'));
    expect(told('setpoint-not-writable')).toContain('UserAccessLevel');
    expect(told('redundancy-kept')).toMatch(/s7:\/\/127\.0\.0\.1:\d+\?rack=1&slot=3/);
    expect(told('proof-test-in-date')).toContain('plant.yaml:');
  });

  it.runIf(hasPoppler)('has a part of the coverage matrix for every nature of §1', () => {
    const text = pagesOf(readFileSync(join(folder, 'report.pdf'))).join('\n');
    const from = text.indexOf('覆盖矩阵', text.indexOf('覆盖矩阵') + 1);
    const places = ['安全功能（紧急停车', '联锁', '报警和检测', '控制回路', '非在线设施（凭文件）'].map((title) =>
      text.indexOf(title, from),
    );
    expect(places.every((place) => place > 0)).toBe(true);
  });

  it('says 2 to an outcome that the audit does not have, and names its neighbours', () => {
    const { io, err, out } = listening();
    expect(explainTopic('SIF-104', { audit: join(folder, 'audit.sqlite'), json: false }, io)).toBe(2);
    expect(err.join('\n')).toContain('esd-in-service@SIF-104');
    expect(explainTopic('SIF-104', { audit: undefined, json: false }, io)).toBe(2);
    expect(out).toEqual([]);
  });
});

const explanationSchema = z.object({
  result: z.string(),
  subject: z.object({ kind: z.string() }),
  declaredAt: z.string().optional(),
  clauses: z.array(z.object({ fact: z.string(), confidence: z.string() })),
  check: z.object({ name: z.string() }),
  parts: z.array(
    z.object({
      result: z.string(),
      statements: z.array(z.object({ of: z.string(), says: z.array(z.string()) })),
      readings: z.array(
        z.object({
          tag: z.string(),
          address: z.string().default(''),
          value: z.string().default(''),
          unit: z.string().default(''),
          raw: z.string().default(''),
          exchange: z.int().optional(),
        }),
      ),
    }),
  ),
  exchanges: z.array(z.object({ exchange: z.int(), request: z.string(), reply: z.string().default('') })),
});
