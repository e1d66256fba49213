import type { AuditRecord, CoverageCounts } from '../audit/index.ts';
import type { Text } from '../messages/index.ts';
import { text } from '../messages/index.ts';

/** True when every required function was judged, live and by document, and there was at least one. */
export function isFullCoverage(counts: CoverageCounts): boolean {
  const { required, live, document, unknown } = counts;
  const judged = live.judged + document.judged;
  return (
    required > 0 &&
    unknown === 0 &&
    live.judged === live.required &&
    document.judged === document.required &&
    judged === required
  );
}

/** The only gate to the word 合格: satisfied, complete, and covered in full. */
export function maySayCompliant({ conclusion, coverage, end }: AuditRecord): boolean {
  return conclusion.result === 'satisfied' && end !== undefined && isFullCoverage(coverage.all);
}

/** What the audit comes to, in one sentence; never more than the record proves. */
export function verdict(record: AuditRecord): { readonly sentence: Text; readonly tone: 'good' | 'bad' | 'doubt' } {
  if (record.end === undefined) return { sentence: text('report.verdict-unfinished'), tone: 'doubt' };
  if (record.conclusion.result === 'not-satisfied')
    return { sentence: text('report.verdict-not-satisfied'), tone: 'bad' };
  if (maySayCompliant(record)) return { sentence: text('report.verdict-compliant'), tone: 'good' };
  return { sentence: text('report.verdict-inconclusive'), tone: 'doubt' };
}

/** How the counts of one unit or of the plant read, the statement that comes first everywhere. */
export function coverageStatement(
  counts: CoverageCounts,
  { end }: Pick<AuditRecord, 'end'>,
): { readonly sentence: Text; readonly reach: Text } {
  const { required, pass, fail, unknown, live, document } = counts;
  if (required === 0) {
    const sentence = text(end === undefined ? 'report.coverage-unfinished' : 'report.coverage-none');
    return { sentence, reach: text('report.coverage-none-reach') };
  }
  const means = text(isFullCoverage(counts) ? 'report.coverage-full' : 'report.coverage-partial');
  return {
    sentence: text('report.coverage-sentence', { required, pass, fail, unknown }),
    reach: text('report.coverage-reach', {
      live: live.required,
      liveJudged: live.judged,
      document: document.required,
      documentJudged: document.judged,
      means,
    }),
  };
}

/** Rows that stand beside the denominators, one sentence each; none when there are none. */
export function besidesTheCount({ unconfirmedBasis, recommended }: CoverageCounts): readonly Text[] {
  return [
    ...(unconfirmedBasis > 0 ? [text('report.apart-unconfirmed', { count: unconfirmedBasis })] : []),
    ...(recommended > 0 ? [text('report.apart-recommended', { count: recommended })] : []),
  ];
}
