import { z } from 'zod';
import { catalogue, type Language, type MessageKey, say, text } from '../../../../src/messages/index.ts';
import type { Check } from '../../../../src/rules/index.ts';
import type { PlacedRule } from '../open-packs.ts';

/** One check in one language: what it says, its subject, its parameters, the rules that use it. */
export function checkPage(check: Check, rules: readonly PlacedRule[], language: Language): string {
  const label = (name: MessageKey) => say(text(name), language);
  const summary = summaryOf(check.name);
  const schema: unknown = z.toJSONSchema(check.parameters, { io: 'input', unrepresentable: 'any' });
  const users = rules.filter(({ rule }) => rule.check.use === check.name);
  return [
    `# ${check.name}`,
    '',
    ...(summary === undefined ? [] : [label(summary), '']),
    `- ${label('rulebase.label-subject')}: ${check.subject}`,
    `- ${label('rulebase.label-used-by')}: ${users.map(({ rule, pack }) => `${rule.id} (${pack.id})`).join(', ') || '–'}`,
    '',
    `${label('rulebase.label-schema')}:`,
    '',
    '```json',
    JSON.stringify(withoutDialect(schema), undefined, 2),
    '```',
    '',
  ].join('\n');
}

/** The sentence that says what a check says; undefined where nobody has written one. */
function summaryOf(check: string): MessageKey | undefined {
  const key = `check.${check}`;
  return isKey(key) ? key : undefined;
}

function isKey(key: string): key is MessageKey {
  return key in catalogue.zh;
}

function withoutDialect(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
}
