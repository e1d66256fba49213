import type { Value } from '../protocols/index.ts';
import type { StateCondition, StateExpression, StateTest } from './state-expression.ts';

/** Three-valued: what cannot be read is unknown, and stays so unless the other side decides. */
export type Truth = 'true' | 'false' | 'unknown';

/** Whether the state holds. `usableValue` gives the usable value of a tag in its engineering unit, or undefined where there is none. */
export function evaluateState(expression: StateExpression, usableValue: (tag: string) => Value | undefined): Truth {
  return evaluate(expression.condition, usableValue);
}

function evaluate(condition: StateCondition, usableValue: (tag: string) => Value | undefined): Truth {
  switch (condition.kind) {
    case 'compare':
    case 'stands':
      return test(condition, usableValue(condition.tag));
    case 'not':
      return opposite[evaluate(condition.of, usableValue)];
    default: {
      const sides = condition.of.map((side) => evaluate(side, usableValue));
      const decisive = condition.kind === 'and' ? 'false' : 'true';
      if (sides.includes(decisive)) return decisive;
      return sides.includes('unknown') ? 'unknown' : opposite[decisive];
    }
  }
}

const opposite = { true: 'false', false: 'true', unknown: 'unknown' } as const satisfies Record<Truth, Truth>;

function test(it: StateTest, value: Value | undefined): Truth {
  if (it.kind === 'stands') {
    const at = bitOf(value);
    return at === undefined ? 'unknown' : truthOf(at === it.at);
  }
  const number = typeof value === 'number' || typeof value === 'bigint' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? truthOf(compare(number, it)) : 'unknown';
}

/** A discrete value is a bit; a number that is neither 0 nor 1 says nothing that the plant file explains. */
function bitOf(value: Value | undefined): 0 | 1 | undefined {
  if (value === true || value === 1 || value === 1n) return 1;
  if (value === false || value === 0 || value === 0n) return 0;
  return undefined;
}

function compare(value: number, it: Extract<StateTest, { kind: 'compare' }>): boolean {
  switch (it.operator) {
    case '>':
      return value > it.value;
    case '>=':
      return value >= it.value;
    case '<':
      return value < it.value;
    case '<=':
      return value <= it.value;
    case '==':
      return value === it.value;
    case '!=':
      return value !== it.value;
  }
}

function truthOf(holds: boolean): Truth {
  return holds ? 'true' : 'false';
}
