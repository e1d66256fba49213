import { type Language, say, text } from '../../messages/index.ts';
import type { CaseState } from '../case/case-state.ts';

/** A finding as one sentence of a paper: where, what is required, what was seen, on what basis. */
export function problemOf({ opened }: CaseState): { readonly zh: string; readonly en: string } {
  const { subject, statement, parts, clauses } = opened.finding;
  const seen = (language: Language) => parts.flatMap(({ actual }) => (actual === undefined ? [] : [actual[language]]));
  const basis = (language: Language) =>
    clauses.length === 0
      ? ''
      : say(
          text('drafts.basis', {
            clauses: clauses.map((it) => basisText(it, language)).join(language === 'zh' ? '；' : '; '),
          }),
          language,
        );
  const name = subject.name === subject.id ? subject.id : `${subject.name}（${subject.id}）`;
  return {
    zh: `${name}：${seen('zh').join('；') || '不符合'}。${statement.zh}${basis('zh')}`,
    en: `${subject.id}: ${seen('en').join('; ') || 'not satisfied'}. ${statement.en}${basis('en')}`,
  };
}

const confidences = ['verified', 'partial', 'memory-high', 'memory', 'memory-low'] as const;

/** A clause as the register keeps it (`document item (fact, confidence)`), said in words; another form as it stands. */
function basisText(clause: string, language: Language): string {
  const [, named, item, fact, written] = /^(.+?)(?: (\d+))? \(([\w-]+), ([\w-]+)\)$/.exec(clause) ?? [];
  const known = confidences.find((it) => it === written);
  if (named === undefined || fact === undefined || known === undefined) return clause;
  const confidence = text(`report.confidence-${known}`);
  return item === undefined
    ? say(text('report.clause', { document: named, fact, confidence }), language)
    : say(
        text('report.clause-with-item', {
          document: named,
          item: text('report.clause-item', { item }),
          fact,
          confidence,
        }),
        language,
      );
}
