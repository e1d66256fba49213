import { type Text, text } from '../messages/index.ts';
import { parseStateTest, type StatePoint } from './parse-state-test.ts';
import type { StateCondition, StateExpression } from './state-expression.ts';

/**
 * What reading a state expression gives. Without a reason the expression rests on a point whose own declaration is at
 * fault: that fault is reported where the point stands.
 */
export type ParsedState<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because?: Text };

/** A declared point, `faulty` when it is declared and has a fault of its own, undefined when nobody declared it. */
export type StatePointOf = (tag: string) => StatePoint | 'faulty' | undefined;

/**
 * Reads `FT-101 > 5 m3/h and YS-101 == running`: tests of a tag against a quantity in a comparable unit or against a
 * word that a discrete point says, joined by and, or, not and parentheses.
 */
export function parseState(written: string, pointOf: StatePointOf): ParsedState<StateExpression> {
  if (written.length > longest) return refuse('plant.state-too-long', { longest });
  const tokens = tokensOf(written);
  if (typeof tokens === 'string') return refuse('plant.state-symbol', { symbol: tokens });
  const reading: Reading = { tokens, at: 0, pointOf };
  const parsed = either(reading);
  if (!parsed.ok) return parsed;
  const rest = tokens[reading.at];
  if (rest !== undefined) return refuse('plant.state-rest', { rest });
  return { ok: true, value: { written, condition: parsed.value } };
}

const longest = 1000;

interface Reading {
  readonly tokens: readonly string[];
  at: number;
  readonly pointOf: StatePointOf;
}

/** A word ends at a blank, a bracket or an operator; the bracket of a pressure reference, `MPa(g)`, belongs to it. */
const token = /\s*(>=|<=|==|!=|&&|\|\||[<>()!]|[^\s()<>=!&|]+(?:\((?:[gaGA]|表压?|绝压?)\))?)\s*/uy;
const joiners: Readonly<Record<string, string>> = { '&&': 'and', '||': 'or', '!': 'not' };

function tokensOf(written: string): readonly string[] | string {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < written.length) {
    const start = token.lastIndex;
    const found = token.exec(written)?.[1];
    if (found === undefined) return written.slice(start).trim().slice(0, 1);
    tokens.push(joiners[found] ?? (/^(?:and|or|not)$/i.test(found) ? found.toLowerCase() : found));
  }
  return tokens;
}

function either(reading: Reading): ParsedState<StateCondition> {
  return chain(reading, 'or', both);
}

function both(reading: Reading): ParsedState<StateCondition> {
  return chain(reading, 'and', single);
}

function chain(
  reading: Reading,
  joiner: 'and' | 'or',
  side: (reading: Reading) => ParsedState<StateCondition>,
): ParsedState<StateCondition> {
  const first = side(reading);
  if (!first.ok) return first;
  const of = [first.value];
  while (take(reading, joiner)) {
    const next = side(reading);
    if (!next.ok) return next;
    of.push(next.value);
  }
  return { ok: true, value: of.length === 1 ? first.value : { kind: joiner, of } };
}

function single(reading: Reading): ParsedState<StateCondition> {
  if (take(reading, 'not')) {
    const inner = single(reading);
    return inner.ok ? { ok: true, value: { kind: 'not', of: inner.value } } : inner;
  }
  if (take(reading, '(')) {
    const inner = either(reading);
    if (!inner.ok) return inner;
    return take(reading, ')') ? inner : refuse('plant.state-bracket');
  }
  return parseStateTest(testTokens(reading), reading.pointOf);
}

/** A test ends where the next joiner or bracket stands. */
function testTokens(reading: Reading): readonly string[] {
  const rest = reading.tokens.slice(reading.at);
  const end = rest.findIndex((each) => /^(?:and|or|not|[()])$/.test(each));
  const own = end === -1 ? rest : rest.slice(0, end);
  reading.at += own.length;
  return own;
}

function take(reading: Reading, expected: string): boolean {
  if (reading.tokens[reading.at] !== expected) return false;
  reading.at += 1;
  return true;
}

function refuse(key: Text['key'], values?: Text['with']): ParsedState<never> {
  return { ok: false, because: text(key, values) };
}
