import type { OnesMeaning } from './plant.ts';

/** What one test of a state expression compares. */
export type StateTest =
  /** A number, already in the unit of the point. */
  | {
      readonly kind: 'compare';
      readonly tag: string;
      readonly operator: '>' | '>=' | '<' | '<=' | '==' | '!=';
      readonly value: number;
    }
  /** A discrete point that stands at `at`, which is what `means` says. */
  | { readonly kind: 'stands'; readonly tag: string; readonly at: 0 | 1; readonly means: OnesMeaning };

/** Tests joined by and, or and not. */
export type StateCondition =
  | StateTest
  | { readonly kind: 'not'; readonly of: StateCondition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly StateCondition[] };

/** A state expression as written, and its meaning: every tag is a declared point, every unit has been checked. */
export interface StateExpression {
  readonly written: string;
  readonly condition: StateCondition;
}

/** The points that the expressions of a unit's state read, each once. */
export function tagsOf(state: {
  readonly running: StateExpression;
  readonly starting?: StateExpression;
}): readonly string[] {
  const expressions = [state.running, ...(state.starting === undefined ? [] : [state.starting])];
  return [...new Set(expressions.flatMap((expression) => tagsIn(expression.condition)))];
}

function tagsIn(condition: StateCondition): readonly string[] {
  switch (condition.kind) {
    case 'compare':
    case 'stands':
      return [condition.tag];
    case 'not':
      return tagsIn(condition.of);
    default:
      return condition.of.flatMap(tagsIn);
  }
}
