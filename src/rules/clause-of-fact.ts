import type { Pack } from './pack.ts';
import type { Clause } from './rule.ts';

/** The clause that states a fact, as the packs cite it, with its confidence; undefined where no rule cites it. */
export function clauseOfFact(fact: string, packs: readonly Pack[]): Clause | undefined {
  const clauses = packs.flatMap(({ rules }) =>
    rules.flatMap(({ clause, also }) => [...(clause === undefined ? [] : [clause]), ...also]),
  );
  return clauses.find((clause) => clause.fact === fact);
}
