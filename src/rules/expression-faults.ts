import { Environment } from '@marcbachmann/cel-js';
import { type Text, text } from '../messages/index.ts';
import { rolesOf } from './checks/index.ts';
import { factTypes } from './facts.ts';
import type { Rule } from './rule.ts';

/** What is wrong with the expressions of a rule: syntax, names that its subject does not have, types that do not fit. */
export function expressionFaults(rule: Rule): readonly { readonly path: readonly string[]; readonly because: Text }[] {
  const faults: { path: readonly string[]; because: Text }[] = [];
  const examine = (written: unknown, names: Readonly<Record<string, string>>, path: readonly string[]) => {
    if (typeof written !== 'string') return;
    const environment = new Environment();
    for (const [name, type] of Object.entries(names)) environment.registerVariable(name, type);
    const checked = environment.check(written);
    const known = Object.keys(names).join(', ');
    if (!checked.valid)
      faults.push({ path, because: text('pack-fault.expression', { message: firstLine(checked.error), known }) });
    else if (checked.type !== 'bool')
      faults.push({ path, because: text('pack-fault.not-boolean', { type: String(checked.type) }) });
  };
  examine(rule.applies_when, factTypes[rule.subject], ['applies_when']);
  if (rule.check.use === 'compare')
    for (const key of ['expression', 'doubt'])
      examine(rule.check.with[key], rolesOf[rule.subject], ['check', 'with', key]);
  return faults;
}

function firstLine(error: Error | undefined): string {
  return error?.message.split('\n')[0] ?? 'not a valid expression';
}
