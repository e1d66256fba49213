import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditRecord, CoverageCounts } from '../audit/index.ts';
import { goldenText } from './golden-text.test-data.ts';
import { reportModel } from './model.ts';
import { terminalSummary } from './renderers/terminal/index.ts';
import { sampleCounts, sampleRecord } from './sample-record.test-data.ts';
import { isFullCoverage, maySayCompliant } from './verdict.ts';

const refusal = '不能得出“合格”';
const compliant = /合格/;

/** What is said with the one allowed refusal taken out. */
function claims(record: AuditRecord): string {
  const report = goldenText(reportModel(record, 'zh').sections);
  const screen = terminalSummary(record, { language: 'zh', colour: false, width: 100 });
  return (report + screen).replaceAll(refusal, '');
}

const small = fc.integer({ min: 0, max: 4 });
const judged = fc.record({ required: small, judged: small });
const counts: fc.Arbitrary<CoverageCounts> = fc
  .record({
    live: judged,
    document: judged,
    pass: small,
    fail: small,
    unknown: small,
    required: fc.integer({ min: 0, max: 8 }),
  })
  .map((some) => ({ ...sampleCounts, ...some }));
const conclusion = fc.constantFrom<AuditRecord['conclusion']>(
  { result: 'satisfied', exitCode: 0 },
  { result: 'not-satisfied', exitCode: 1 },
  { result: 'inconclusive', exitCode: 3 },
);

const full: CoverageCounts = {
  ...sampleCounts,
  live: { required: 8, judged: 8 },
  document: { required: 2, judged: 2 },
  pass: 10,
  fail: 0,
  unknown: 0,
};

describe('the word 合格', () => {
  it('cannot be printed below full coverage, whatever the conclusion', () => {
    fc.assert(
      fc.property(counts, conclusion, fc.boolean(), (all, ends, finished) => {
        const { end, ...open } = sampleRecord();
        const record = {
          ...open,
          ...(finished && end !== undefined ? { end } : {}),
          conclusion: ends,
          coverage: { rows: [], units: [{ unit: 'U100', ...all }], all },
        };
        const earned = ends.result === 'satisfied' && finished && isFullCoverage(all);
        expect(compliant.test(claims(record))).toBe(earned);
      }),
      { numRuns: 200 },
    );
  });

  it('is printed where it is earned', () => {
    const record = sampleRecord({
      coverage: { rows: [], units: [], all: full },
      conclusion: { result: 'satisfied', exitCode: 0 },
    });
    expect(claims(record)).toMatch(compliant);
  });

  it.each([
    [
      'nothing was required',
      { required: 0, live: { required: 0, judged: 0 }, document: { required: 0, judged: 0 }, pass: 0 },
    ],
    ['one live function was not judged', { live: { required: 8, judged: 7 } }],
    ['one document was not judged', { document: { required: 2, judged: 1 } }],
    ['one is unknown', { unknown: 1 }],
    ['a required function is neither live nor by document', { required: 11 }],
  ])('is not earned where %s', (_, changes) => {
    const all = { ...full, ...changes };
    expect(isFullCoverage(all)).toBe(false);
    const record = sampleRecord({
      coverage: { rows: [], units: [], all },
      conclusion: { result: 'satisfied', exitCode: 0 },
    });
    expect(maySayCompliant(record)).toBe(false);
  });
});
