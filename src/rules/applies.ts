import { type Fact, factNames, factOf } from './facts.ts';
import { parsedExpression } from './parsed-expression.ts';
import type { Subject } from './subject.ts';

/** Whether a rule concerns a subject; `untold` names the facts that nobody declared and that would decide it. */
export type Applicability = 'yes' | 'no' | { readonly untold: readonly string[] };

/**
 * Whether `applies_when` holds for a subject. Every fact that is not declared is tried with every value that it could
 * have: only where all give the same answer is the answer told. An expression that is not a boolean throws.
 */
export function applies(expression: string | undefined, subject: Subject): Applicability {
  if (expression === undefined) return 'yes';
  const compiled = compiledOf(expression);
  const named: NamedFact[] = [];
  for (const name of compiled.names) {
    const fact = factOf(name, subject, compiled.words);
    if (fact !== undefined) named.push([name, fact]);
  }
  // Thousands of units share the same few facts: what was told of one is told of all.
  const key = JSON.stringify(named);
  const known = compiled.answers.get(key);
  if (known !== undefined) return known;
  const answer = answerOf(compiled, named);
  compiled.answers.set(key, answer);
  return answer;
}

type NamedFact = readonly [string, Fact];

/** An expression, parsed once, with the names and the words in it and what was answered to it so far. */
interface Compiled {
  readonly written: string;
  readonly holds: (facts: Record<string, unknown>) => unknown;
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly answers: Map<string, Applicability>;
}

const compiledOnes = new Map<string, Compiled>();

function compiledOf(written: string): Compiled {
  const known = compiledOnes.get(written);
  if (known !== undefined) return known;
  const compiled = {
    written,
    holds: parsedExpression(written),
    names: factNames.filter((name) => new RegExp(`\\b${name}\\b`).test(written)),
    words: [...written.matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => match[1] ?? match[2] ?? ''),
    answers: new Map<string, Applicability>(),
  };
  compiledOnes.set(written, compiled);
  return compiled;
}

function answerOf(compiled: Compiled, named: readonly NamedFact[]): Applicability {
  const open = named.filter(([, fact]) => 'oneOf' in fact);
  const answers = new Set(worlds(named, open).map((world) => holds(compiled, world)));
  if (answers.size === 1) return answers.has(true) ? 'yes' : 'no';
  return { untold: open.map(([name]) => name) };
}

/** Every way in which the open facts could stand. */
function worlds(facts: readonly NamedFact[], open: readonly NamedFact[]): readonly Record<string, unknown>[] {
  const told = Object.fromEntries(facts.flatMap(([name, fact]) => ('is' in fact ? [[name, fact.is]] : [])));
  return open.reduce<readonly Record<string, unknown>[]>(
    (all, [name, fact]) =>
      all.flatMap((world) => ('oneOf' in fact ? fact.oneOf.map((value) => ({ ...world, [name]: value })) : [world])),
    [told],
  );
}

function holds({ written, holds: evaluate }: Compiled, facts: Record<string, unknown>): boolean {
  const result: unknown = evaluate(facts);
  if (typeof result !== 'boolean') throw new Error(`applies_when "${written}" is not a boolean`);
  return result;
}
