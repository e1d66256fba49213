import { text } from '../messages/index.ts';
import { listed } from './listed.ts';
import { bitThatSays } from './ones-meaning.ts';
import type { ParsedState, StatePointOf } from './parse-state.ts';
import { type OnesMeaning, onesMeaning, type Point } from './plant.ts';
import type { StateCondition, StateTest } from './state-expression.ts';
import { convert } from './units.ts';

/** What a state expression must know of a point. */
export type StatePoint = Pick<Point, 'type' | 'unit' | 'oneMeans'>;

type Operator = Extract<StateTest, { kind: 'compare' }>['operator'];
const operators: readonly Operator[] = ['>', '>=', '<', '<=', '==', '!='];

/** One test: `FT-101 > 5 m3/h`, `YS-101 == running`, `STEP-101 != 3`. */
export function parseStateTest(tokens: readonly string[], pointOf: StatePointOf): ParsedState<StateCondition> {
  const [tag, symbol = '', ...operand] = tokens;
  const operator = operators.find((each) => each === symbol);
  if (tag === undefined || operator === undefined || operand.length === 0) {
    return refuse(text('plant.state-test-form', { written: tokens.join(' ') }));
  }
  const point = pointOf(tag);
  if (point === undefined) return refuse(text('plant.unknown-point', { id: tag, hint: '' }));
  if (point === 'faulty') return { ok: false };
  const written = operand.join(' ');
  const word = onesMeaning.find((each) => each === written);
  return word === undefined ? comparison(tag, operator, written, point) : standing(tag, operator, word, point);
}

function standing(tag: string, operator: Operator, word: OnesMeaning, point: StatePoint): ParsedState<StateCondition> {
  if (point.oneMeans === undefined) return refuse(text('plant.state-not-discrete', { tag, word }));
  if (operator !== '==' && operator !== '!=') return refuse(text('plant.state-word-operator', { tag, word, operator }));
  const at = bitThatSays(word, point.oneMeans);
  if (at === undefined) return refuse(text('plant.word-does-not-fit', { tag, word, oneMeans: point.oneMeans }));
  const stands: StateTest = { kind: 'stands', tag, at, means: word };
  return { ok: true, value: operator === '==' ? stands : { kind: 'not', of: stands } };
}

function comparison(tag: string, operator: Operator, written: string, point: StatePoint): ParsedState<StateCondition> {
  const [, number = '', unit = ''] = /^([+-]?\d+(?:\.\d+)?)\s*(.*)$/u.exec(written) ?? [];
  if (number === '') return refuse(text('plant.state-operand', { written, words: listed(onesMeaning) }));
  if (point.type === 'bool' || point.type === 'string')
    return refuse(text('plant.state-not-a-number', { tag, written }));
  const value = convert({ value: Number(number), unit }, point.unit ?? '');
  if (value === undefined) {
    return refuse(text('plant.state-unit', { tag, written, unit: point.unit ?? text('plant.no-unit') }));
  }
  return { ok: true, value: { kind: 'compare', tag, operator, value: value.value } };
}

function refuse(because: ReturnType<typeof text>): ParsedState<never> {
  return { ok: false, because };
}
