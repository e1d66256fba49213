import { describe, expect, it } from 'vitest';
import type { AuditRecord, Outcome } from '../audit/index.ts';
import { failedOutcomes, recheckOf } from '../rectification/index.ts';
import { goldenText } from './golden-text.test-data.ts';
import { reportModel } from './model.ts';
import { hasPoppler, pagesOf } from './renderers/pdf/poppler.test-data.ts';
import { sampleRecord } from './sample-record.test-data.ts';
import { pdfOf } from './write-pdf.ts';

const first = sampleRecord();
const failed = failedOutcomes(first);
const setpoint = 'trip-setpoint-approved@SIF-101';

/** The sample audited again: the setpoint put right, the bypass still active, the missing system not declared any more. */
function reinspection(otherwise: Partial<AuditRecord> = {}): AuditRecord {
  const { basis } = recheckOf(first, failed);
  const passed = (outcome: Outcome): Outcome => ({
    ...outcome,
    result: 'pass',
    parts: outcome.parts.map((part) => ({ ...part, result: 'pass', evidence: [] })),
  });
  const stranger = first.outcomes.find(({ id }) => id === setpoint);
  if (stranger === undefined) throw new Error('the sample has a setpoint');
  const outcomes = first.outcomes.flatMap((outcome) => {
    if (outcome.id === setpoint) return [passed(outcome)];
    if (outcome.subject.kind === 'required-function') return [];
    return failed.includes(outcome.id) ? [outcome] : [];
  });
  return {
    ...first,
    header: {
      ...first.header,
      id: '20180306-U100-01',
      observationDate: '2018-03-06',
      recheck: { audit: first.header.id, head: first.chainHead, outcomes: failed },
    },
    recheckBasis: basis,
    outcomes: [
      ...outcomes,
      { ...stranger, id: 'trip-setpoint-approved@SIF-102', subject: { ...stranger.subject, id: 'SIF-102' } },
    ],
    ...otherwise,
  };
}

describe('a report of a re-inspection', () => {
  const model = reportModel(reinspection(), 'zh');

  it('leads with what remains, what is rectified and what is new, before and after', async () => {
    await expect(goldenText(model.sections.recheck)).toMatchFileSnapshot('./golden/recheck-after.txt');
    await expect(goldenText(model.sections.cover)).toMatchFileSnapshot('./golden/recheck-cover.txt');
    const { recheck } = model.sections;
    expect(recheck.sentence).toBe('复查 3 项：已整改 1 项，未整改 1 项，无法核实 1 项；新发现 1 项');
    expect(recheck.overview.rows.map((row) => row.at(-1))).toEqual(['未整改', '无法核实', '已整改']);
    expect(recheck.fresh.rows.map(([subject]) => subject)).toEqual(['SIF-102']);
  });

  it('shows no matrix and no conclusion about what was not judged again', () => {
    expect(model.shown).toEqual([
      'cover',
      'recheck',
      'findings',
      'controllers',
      'traffic',
      'rules',
      'readings',
      'signatures',
      'chain',
    ]);
    expect(reportModel(first, 'zh').shown).not.toContain('recheck');
    expect(reportModel(reinspection(), 'zh', { summary: true }).shown).toEqual([
      'cover',
      'recheck',
      'traffic',
      'signatures',
      'chain',
    ]);
  });

  it('that was cut off, or whose first audit was not kept, calls nothing rectified that it cannot show', () => {
    const { end: _, ...cut } = reinspection();
    expect(reportModel(cut, 'zh').sections.recheck.sentence).toContain('已整改 0 项，未整改 0 项，无法核实 3 项');
    const { recheckBasis: __, ...old } = reinspection();
    const { recheck } = reportModel(old, 'zh').sections;
    expect(recheck.sentence).toContain('已整改 1 项，未整改 1 项，无法核实 1 项');
    expect(recheck.overview.rows.every((row) => row.every((cell) => cell !== ''))).toBe(true);
  });

  it.skipIf(!hasPoppler).each(['zh', 'en'] as const)(
    'is drawn in %s with the result on its second page',
    async (language) => {
      const pages = pagesOf(await pdfOf(reportModel(reinspection(), language))).map((page) => page.replace(/\s+/g, ''));
      expect(pages[0]).toContain(language === 'zh' ? '整改复查报告' : 'Re-inspection');
      expect(pages[1]).toContain(language === 'zh' ? '复查3项：已整改1项' : '3findingsreadagain:1rectified');
      expect(pages.join('')).not.toContain(language === 'zh' ? '覆盖矩阵' : 'Coveragematrix');
    },
  );
});
