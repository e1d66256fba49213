import { isConfirmed } from './confidence.ts';
import type { Pack } from './pack.ts';
import type { Rule } from './rule.ts';

/**
 * How far the results of a rule bind at a law date (judgement.md §7 and §8). `binding` counts in the exit code;
 * `not-yet-due` 未到期; `advisory`: in force only later, or not a must of the enterprise; `unconfirmed-basis` 依据待核实;
 * `house`: the tool's own, without a legal basis.
 */
export type Weight = 'binding' | 'not-yet-due' | 'advisory' | 'unconfirmed-basis' | 'house';

/** A rule of a pack with its weight at the law date. */
export interface BoundRule {
  readonly rule: Rule;
  readonly pack: string;
  readonly weight: Weight;
}

/** The rules that are judged at a law date; superseded ones are not selected, a rule in two packs counts once. */
export function bindRules(packs: readonly Pack[], lawDate: string): readonly BoundRule[] {
  const bound = new Map<string, BoundRule>();
  for (const pack of packs) {
    for (const rule of pack.rules) {
      const superseded = rule.effective.to !== undefined && rule.effective.to < lawDate;
      if (superseded || bound.has(rule.id)) continue;
      bound.set(rule.id, { rule, pack: pack.id, weight: weightOf(rule, lawDate) });
    }
  }
  return [...bound.values()];
}

function weightOf(rule: Rule, lawDate: string): Weight {
  if (rule.clause === undefined) return 'house';
  const { from = '', known = '' } = rule.effective;
  if (!isConfirmed(rule.clause.text) || known > lawDate) return 'unconfirmed-basis';
  if (from > lawDate || rule.duty !== 'enterprise' || rule.force !== 'must') return 'advisory';
  if (rule.due !== undefined && rule.due.date >= lawDate) return 'not-yet-due';
  return 'binding';
}
