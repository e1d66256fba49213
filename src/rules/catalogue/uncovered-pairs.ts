import type { SafetyFunction } from '../../plant/index.ts';
import type { CatalogueRow } from './catalogue.ts';

/** A trigger that must lead to an action; a row without triggers or without actions has only the other. */
export interface Pair {
  readonly trigger?: string;
  readonly action?: string;
}

/**
 * The pairs of a row that no function claims. A claim that names only a trigger covers all actions of it, one that
 * names only an action covers all triggers; a claim that names neither covers the row.
 */
export function uncoveredPairs(row: CatalogueRow, functions: readonly SafetyFunction[]): readonly Pair[] {
  const claims = functions.flatMap((it) => it.covers).filter((claim) => claim.function === row.id);
  return pairsOf(row).filter(
    (pair) =>
      !claims.some(
        (claim) =>
          (claim.trigger === undefined || claim.trigger === pair.trigger) &&
          (claim.action === undefined || claim.action === pair.action),
      ),
  );
}

function pairsOf(row: CatalogueRow): readonly Pair[] {
  if (row.triggers.length === 0) return row.actions.map((action) => ({ action }));
  if (row.actions.length === 0) return row.triggers.map((trigger) => ({ trigger }));
  return row.triggers.flatMap((trigger) => row.actions.map((action) => ({ trigger, action })));
}
