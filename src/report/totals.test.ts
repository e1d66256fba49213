import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AuditRecord, CoverageCounts } from '../audit/index.ts';
import { reportModel } from './model.ts';
import { htmlOf } from './renderers/html/index.ts';
import { resultDocument, resultText } from './renderers/json/index.ts';
import { assessmentResults, planOfAction } from './renderers/oscal/index.ts';
import { hasPoppler, pagesOf } from './renderers/pdf/poppler.test-data.ts';
import { auditWorkbook } from './renderers/xlsx/index.ts';
import { sampleDemand } from './sample-demand.test-data.ts';
import { sampleCounts, sampleRecord } from './sample-record.test-data.ts';
import { textOfPdf } from './verification/text-of-pdf.ts';
import { pdfOf } from './write-pdf.ts';

type Row = AuditRecord['coverage']['rows'][number];
type Outcome = AuditRecord['outcomes'][number];

/** The record with other results; the counts follow from its rows, the conclusion from both, as judgement.md has it. */
function withResults(
  record: AuditRecord,
  rowResult: (row: Row, index: number) => Row['result'],
  outcomeResult: (outcome: Outcome, index: number) => Outcome['result'],
): AuditRecord {
  const rows = record.coverage.rows.map((row, index) => ({ ...row, result: rowResult(row, index) }));
  const counted = rows.filter(({ standing }) => standing === 'required');
  const count = (result: string) => counted.filter((row) => row.result === result).length;
  const judged = (proof: string) => {
    const own = counted.filter((row) => row.proof === proof);
    return { required: own.length, judged: own.filter(({ result }) => result !== 'unknown').length };
  };
  const counts: CoverageCounts = {
    ...record.coverage.all,
    required: counted.length,
    pass: count('pass'),
    fail: count('fail'),
    unknown: count('unknown'),
    live: judged('live'),
    document: judged('document'),
  };
  const outcomes = record.outcomes.map((outcome, index) => ({ ...outcome, result: outcomeResult(outcome, index) }));
  const binds = outcomes.filter(({ weight }) => weight === 'binding');
  const conclusion: AuditRecord['conclusion'] = binds.some(({ result }) => result === 'fail')
    ? { result: 'not-satisfied', exitCode: 1 }
    : counts.unknown > 0 || binds.some(({ result }) => result === 'unknown' || result === 'error')
      ? { result: 'inconclusive', exitCode: 3 }
      : { result: 'satisfied', exitCode: 0 };
  const units = record.coverage.units.map((unit) => ({ ...unit, ...counts }));
  return { ...record, outcomes, coverage: { rows, units, all: counts }, conclusion };
}

const scenarios: readonly (readonly [string, AuditRecord])[] = [
  ['the worked example', sampleRecord()],
  ['a demand', sampleDemand()],
  [
    'all right',
    withResults(
      sampleRecord(),
      () => 'pass',
      () => 'pass',
    ),
  ],
  [
    'all wrong',
    withResults(
      sampleRecord(),
      () => 'fail',
      () => 'fail',
    ),
  ],
  [
    'nothing known',
    withResults(
      sampleRecord(),
      () => 'unknown',
      () => 'unknown',
    ),
  ],
  [
    'nothing required',
    sampleRecord({
      coverage: { rows: [], units: [], all: { ...sampleCounts, required: 0, pass: 0, fail: 0, unknown: 0 } },
    }),
  ],
];

const sentence = /应有(\d+)项控制功能：(\d+)项符合，(\d+)项不符合，(\d+)项无法核实/;
const bare = (text: string) => text.replace(/<[^>]*>/g, '').replace(/\s+/g, '');
const numbersIn = (text: string) => sentence.exec(bare(text))?.slice(1).map(Number);

const props = z.array(z.object({ name: z.string(), value: z.string() }));
const oscalResults = z.object({
  'assessment-results': z.object({
    results: z.tuple([
      z.object({
        props,
        observations: z.array(z.object({ props })),
        findings: z.array(z.object({ target: z.object({ status: z.object({ state: z.string() }) }) })).default([]),
      }),
    ]),
  }),
});
const oscalPlan = z.object({
  'plan-of-action-and-milestones': z.object({
    'poam-items': z.array(z.object({ props: props.default([]) })),
    risks: z.array(z.unknown()).default([]),
  }),
});
const propOf = (of: z.infer<typeof props>, name: string) => of.find((it) => it.name === name)?.value;

/** The counts that a format shows: required, pass, fail, unknown. */
async function totalsOf(record: AuditRecord) {
  const result = resultDocument(record, 'zh');
  const json = z
    .object({
      coverage: z.object({
        all: z.object({ required: z.number(), pass: z.number(), fail: z.number(), unknown: z.number() }),
      }),
    })
    .parse(JSON.parse(resultText(result))).coverage.all;
  const { sheets } = await readXlsx(await auditWorkbook(record, 'zh'));
  const book = new Map(sheets[0]?.rows.map(([label, value]) => [label, value]));
  const [oscal] = oscalResults.parse(assessmentResults(result))['assessment-results'].results;
  const plan = oscalPlan.parse(planOfAction(result))['plan-of-action-and-milestones'];
  const html = htmlOf(reportModel(record, 'zh'));
  return { json, book, sheets, oscal, plan, html };
}

describe.each(scenarios)('the totals of %s', (_, record) => {
  const { required, pass, fail, unknown } = record.coverage.all;
  const expected = [required, pass, fail, unknown];

  it('are equal in JSON, workbook, web page and OSCAL, and so are findings and doubts', async () => {
    const { json, book, sheets, oscal, plan, html } = await totalsOf(record);
    expect([json.required, json.pass, json.fail, json.unknown]).toEqual(expected);
    expect(['应有控制功能', '符合', '不符合', '无法核实'].map((label) => book.get(label))).toEqual(expected);
    expect(['required', 'pass', 'fail', 'unknown'].map((name) => Number(propOf(oscal.props, name)))).toEqual(expected);
    expect(numbersIn(html)).toEqual(required === 0 ? undefined : expected);
    const count = (...words: readonly string[]) =>
      record.outcomes.filter(({ result }) => words.includes(result)).length;
    // Findings: rows of the workbook, not satisfied in OSCAL, risks of the plan.
    expect(sheets[1]?.rows.length).toBe(count('fail') + 1);
    expect(oscal.findings.filter(({ target }) => target.status.state === 'not-satisfied')).toHaveLength(count('fail'));
    expect(oscal.findings.filter(({ target }) => target.status.state === 'satisfied')).toHaveLength(count('pass'));
    expect(plan.risks).toHaveLength(count('fail'));
    const items = plan['poam-items'].flatMap((item) => propOf(item.props, 'result') ?? []);
    expect(items.filter((word) => word === 'fail')).toHaveLength(count('fail'));
    expect(items.filter((word) => word === 'unknown' || word === 'error')).toHaveLength(count('unknown', 'error'));
  });

  it('are equal in the PDF, by our reader and by another program', async () => {
    const pdf = await pdfOf(reportModel(record, 'zh'));
    expect(numbersIn(textOfPdf(pdf)[1] ?? '')).toEqual(required === 0 ? undefined : expected);
    if (hasPoppler) expect(numbersIn(pagesOf(pdf)[1] ?? '')).toEqual(required === 0 ? undefined : expected);
  });
});

const words = { pass: '符合', fail: '不符合', unknown: '无法核实' } as const;
/** The first word of a result behind the row's own number and name. */
function resultBehind(text: string, { id, name }: { readonly id: string; readonly name: string }): string | undefined {
  const at = text.indexOf(`${id}${bare(name)}`);
  return at < 0 ? undefined : /不符合|无法核实|符合/.exec(text.slice(at + id.length + name.length))?.[0];
}

describe('what is unknown', () => {
  const record = sampleRecord();
  const results = fc.record({
    rows: fc.array(fc.constantFrom('pass', 'fail', 'unknown'), {
      minLength: record.coverage.rows.length,
      maxLength: record.coverage.rows.length,
    }),
    outcomes: fc.array(fc.constantFrom('pass', 'fail', 'unknown', 'error', 'notchecked', 'notapplicable'), {
      minLength: record.outcomes.length,
      maxLength: record.outcomes.length,
    }),
  });
  const mixed = ({ rows, outcomes }: { rows: Row['result'][]; outcomes: Outcome['result'][] }) =>
    withResults(
      record,
      (_, index) => rows[index] ?? 'unknown',
      (_, index) => outcomes[index] ?? 'unknown',
    );
  const required = (of: AuditRecord) => of.coverage.rows.filter(({ standing }) => standing === 'required');

  it('is never a pass in JSON, workbook, web page or OSCAL, whatever else is known', async () => {
    await fc.assert(
      fc.asyncProperty(results, async (drawn) => {
        const of = mixed(drawn);
        const { json, sheets, oscal, plan, html } = await totalsOf(of);
        expect(json.pass + json.fail + json.unknown).toBe(json.required);
        const page = bare(html);
        const matrix = bare(html.slice(html.indexOf('id="section-coverage"')));
        // Conclusion, findings, doubts, coverage.
        const sheet = sheets[3];
        for (const row of required(of)) {
          const [found] = sheet?.rows.filter((cells) => cells[0] === row.unit && cells[1] === row.row) ?? [];
          expect(found?.at(-2), row.id).toBe(words[row.result]);
          expect(resultBehind(matrix, { id: row.row, name: nameOf(of, row) }), row.id).toBe(words[row.result]);
        }
        for (const outcome of of.outcomes.filter(({ result }) => result !== 'pass' && result !== 'fail')) {
          const observed = oscal.observations.filter(({ props: own }) => propOf(own, 'rule') === outcome.rule);
          expect(observed.some(({ props: own }) => propOf(own, 'result') === outcome.result)).toBe(true);
        }
        const passes = of.outcomes.filter(({ result }) => result === 'pass').length;
        expect(oscal.findings.filter(({ target }) => target.status.state === 'satisfied')).toHaveLength(passes);
        expect(plan['poam-items'].every(({ props: own }) => propOf(own, 'result') !== 'pass')).toBe(true);
        const isKnown = of.conclusion.result === 'satisfied' && json.unknown === 0;
        if (!isKnown) expect(page.replaceAll('不合格', '').replaceAll('不能得出“合格”', '')).not.toContain('合格，');
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('is never a pass in the PDF', async () => {
    await fc.assert(
      fc.asyncProperty(results, async (drawn) => {
        const of = mixed(drawn);
        const model = reportModel(of, 'zh');
        const pdf = await pdfOf({ ...model, shown: ['conclusion', 'coverage'] });
        const [conclusion = '', ...matrix] = textOfPdf(pdf);
        expect(numbersIn(conclusion)?.[3]).toBe(of.coverage.all.unknown);
        for (const row of required(of))
          expect(resultBehind(matrix.join(''), { id: row.row, name: nameOf(of, row) }), row.id).toBe(words[row.result]);
      }),
      { numRuns: 6 },
    );
  }, 240_000);

  /** As the matrix names it. */
  function nameOf(of: AuditRecord, { row: id }: Row): string {
    const rows = reportModel(of, 'zh').sections.coverage.units.flatMap(({ natures }) =>
      natures.flatMap((it) => it.rows),
    );
    return rows.find((row) => row.id === id)?.name ?? '';
  }
});
