import { type Language, say, type Text, text } from '../../../../src/messages/index.ts';
import type { Clause, Rule } from '../../../../src/rules/index.ts';
import type { PlacedRule } from '../open-packs.ts';

/** One rule as a section of the reference, in one language. */
export function rulePage({ rule, pack }: PlacedRule, language: Language): string {
  const label = (name: Parameters<typeof text>[0]) => say(text(name), language);
  const { effective, due, clause, also, severity_basis: basis, check, limit } = rule;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [label('rulebase.label-pack'), `${pack.id} (${pack.edition})`],
    [label('rulebase.label-subject'), rule.subject],
    [
      label('rulebase.label-check'),
      `${check.use} ${Object.keys(check.with).length === 0 ? '' : `\`${JSON.stringify(check.with)}\``}`.trim(),
    ],
    [label('rulebase.label-duty'), `${rule.duty} / ${rule.force}`],
    [label('rulebase.label-applies'), rule.applies_when === undefined ? undefined : `\`${rule.applies_when}\``],
    [
      label('rulebase.label-severity'),
      basis === undefined ? rule.severity : `${rule.severity} (${clauseWords(basis)}, ≥ ${basis.from})`,
    ],
    [label('rulebase.label-clause'), clause === undefined ? label('rulebase.no-clause') : clauseWords(clause)],
    [label('rulebase.label-also'), also.length === 0 ? undefined : also.map(clauseWords).join('; ')],
    [label('rulebase.label-behind'), rule.stands_behind],
    [label('rulebase.label-effective'), `${since(rule, language)} – ${effective.to ?? ''}`.trim()],
    [label('rulebase.label-due'), due === undefined ? undefined : `${due.date} (${due.policy})`],
    [label('rulebase.label-limit'), say(limitWords(limit), language)],
    [label('rulebase.label-immediate'), rule.immediate?.[language]],
    [label('rulebase.label-remediation'), rule.remediation[language]],
  ];
  const list = lines.flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${value}`]));
  return [`### ${rule.id}`, '', rule.statement[language], '', ...list].join('\n');
}

function clauseWords({ document, item, fact, text: confidence }: Clause): string {
  return `${document}${item === undefined ? '' : ` ${item}`}, ${fact}, ${confidence}`;
}

function limitWords(limit: Rule['limit']): Text {
  if ('date' in limit) return text('rulebase.until', { date: limit.date });
  if ('months' in limit) return text('rulebase.months', { months: limit.months });
  if ('working_days' in limit) return text('rulebase.working-days', { days: limit.working_days });
  return text('rulebase.days', { days: limit.days });
}

/** Its first day, or what is known in place of it. */
function since({ effective: { from, known } }: Rule, language: Language): string {
  if (from !== undefined) return from;
  return say(
    known === undefined ? text('rulebase.unknown-date') : text('rulebase.known-date', { date: known }),
    language,
  );
}
