import { evaluate } from '@marcbachmann/cel-js';
import { type Fact, factsOf } from './facts.ts';
import type { Subject } from './subject.ts';

/** Whether a rule concerns a subject; `untold` names the facts that nobody declared and that would decide it. */
export type Applicability = 'yes' | 'no' | { readonly untold: readonly string[] };

/**
 * Whether `applies_when` holds for a subject. Every fact that is not declared is tried with every value that it could
 * have: only where all give the same answer is the answer told. An expression that is not a boolean throws.
 */
export function applies(expression: string | undefined, subject: Subject): Applicability {
  if (expression === undefined) return 'yes';
  const facts = Object.entries(factsOf(subject, expression));
  const open = facts.filter(([name, fact]) => 'oneOf' in fact && new RegExp(`\\b${name}\\b`).test(expression));
  const answers = new Set(worlds(facts, open).map((world) => holds(expression, world)));
  if (answers.size === 1) return answers.has(true) ? 'yes' : 'no';
  return { untold: open.map(([name]) => name) };
}

type NamedFact = readonly [string, Fact];

/** Every way in which the open facts could stand; those that the expression does not name stay out. */
function worlds(facts: readonly NamedFact[], open: readonly NamedFact[]): readonly Record<string, unknown>[] {
  const told = Object.fromEntries(facts.flatMap(([name, fact]) => ('is' in fact ? [[name, fact.is]] : [])));
  return open.reduce<readonly Record<string, unknown>[]>(
    (all, [name, fact]) =>
      all.flatMap((world) => ('oneOf' in fact ? fact.oneOf.map((value) => ({ ...world, [name]: value })) : [world])),
    [told],
  );
}

function holds(expression: string, facts: Record<string, unknown>): boolean {
  const result: unknown = evaluate(expression, facts);
  if (typeof result !== 'boolean') throw new Error(`applies_when "${expression}" is not a boolean`);
  return result;
}
