import type { CaseState } from '../case/case-state.ts';

/** A finding as one sentence of a paper: where, what is required, what was seen. */
export function problemOf({ opened }: CaseState): { readonly zh: string; readonly en: string } {
  const { subject, statement, parts, clauses } = opened.finding;
  const seen = (language: 'zh' | 'en') =>
    parts.flatMap(({ actual }) => (actual === undefined ? [] : [actual[language]]));
  const name = subject.name === subject.id ? subject.id : `${subject.name}（${subject.id}）`;
  const basis = clauses.length === 0 ? '' : `〔${clauses.join('；')}〕`;
  return {
    zh: `${name}：${seen('zh').join('；') || '不符合'}。${statement.zh}${basis}`,
    en: `${subject.id}: ${seen('en').join('; ') || 'not satisfied'}. ${statement.en}${basis}`,
  };
}
