import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../protocols/index.ts';
import { evaluateState, type Truth } from './evaluate-state.ts';
import { parseState } from './parse-state.ts';
import type { StatePoint } from './parse-state-test.ts';
import { type StateExpression, tagsOf } from './state-expression.ts';

const points: Readonly<Record<string, StatePoint>> = {
  'FT-101': { type: 'float32', unit: 'm3/h' },
  'PT-101': { type: 'float32', unit: 'MPa(g)' },
  'STEP-101': { type: 'int16' },
  'YS-101': { type: 'bool', oneMeans: 'running' },
  'XV-101.ZSO': { type: 'bool', oneMeans: 'open' },
};

function read(written: string): StateExpression {
  const parsed = parseState(written, (tag) => points[tag]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.because));
  return parsed.value;
}

const T = true;
const F = false;
const N = undefined;

describe('evaluateState', () => {
  const table: readonly (readonly [string, Readonly<Record<string, Value | undefined>>, Truth])[] = [
    ['FT-101 > 5 m3/h', { 'FT-101': 5.1 }, 'true'],
    ['FT-101 > 5 m3/h', { 'FT-101': 5 }, 'false'],
    ['FT-101 >= 5 m3/h', { 'FT-101': 5 }, 'true'],
    ['FT-101 < 5 m3/h', { 'FT-101': 5 }, 'false'],
    ['FT-101 <= 5 m3/h', { 'FT-101': 5 }, 'true'],
    ['FT-101 > 5000 L/h', { 'FT-101': 5.1 }, 'true'],
    ['FT-101>5m3/h', { 'FT-101': 4.9 }, 'false'],
    ['PT-101 > 350 kPa(g)', { 'PT-101': 0.36 }, 'true'],
    ['(PT-101 > 0.35 MPa(g))', { 'PT-101': 0.34 }, 'false'],
    ['STEP-101 == 3', { 'STEP-101': 3n }, 'true'],
    ['STEP-101 != 3', { 'STEP-101': 3 }, 'false'],
    ['YS-101 == running', { 'YS-101': T }, 'true'],
    ['YS-101 == stopped', { 'YS-101': T }, 'false'],
    ['YS-101 == stopped', { 'YS-101': 0 }, 'true'],
    ['YS-101 != stopped', { 'YS-101': F }, 'false'],
    ['XV-101.ZSO != open', { 'XV-101.ZSO': F }, 'true'],
    ['not YS-101 == running', { 'YS-101': F }, 'true'],
    ['! (YS-101 == running && FT-101 > 1 m3/h)', { 'YS-101': T, 'FT-101': 2 }, 'false'],
    ['FT-101 > 9 m3/h or YS-101 == running and STEP-101 > 2', { 'FT-101': 1, 'YS-101': T, 'STEP-101': 3 }, 'true'],
    ['(FT-101 > 9 m3/h or YS-101 == running) and STEP-101 > 2', { 'FT-101': 9.5, 'YS-101': F, 'STEP-101': 1 }, 'false'],
    // What cannot be used is unknown …
    ['FT-101 > 5 m3/h', { 'FT-101': N }, 'unknown'],
    ['FT-101 > 5 m3/h', { 'FT-101': Number.NaN }, 'unknown'],
    ['FT-101 != 5 m3/h', { 'FT-101': Number.POSITIVE_INFINITY }, 'unknown'],
    ['FT-101 > 5 m3/h', { 'FT-101': '6' }, 'unknown'],
    ['FT-101 > 0 m3/h', { 'FT-101': T }, 'unknown'],
    ['YS-101 == running', { 'YS-101': 2 }, 'unknown'],
    ['YS-101 != running', { 'YS-101': N }, 'unknown'],
    ['not YS-101 == running', { 'YS-101': N }, 'unknown'],
    // … and stays so, unless the other side decides.
    ['FT-101 > 5 m3/h and YS-101 == running', { 'FT-101': N, 'YS-101': T }, 'unknown'],
    ['FT-101 > 5 m3/h and YS-101 == running', { 'FT-101': N, 'YS-101': F }, 'false'],
    ['FT-101 > 5 m3/h or YS-101 == running', { 'FT-101': N, 'YS-101': T }, 'true'],
    ['FT-101 > 5 m3/h or YS-101 == running', { 'FT-101': N, 'YS-101': F }, 'unknown'],
  ];

  it.each(table)('%s with %o is %s', (written, values, expected) => {
    expect(evaluateState(read(written), (tag) => values[tag])).toBe(expected);
  });

  it('says what it knows of some values, whatever the others turn out to be', () => {
    const expression = read('FT-101 > 5 m3/h and YS-101 == running or not (STEP-101 == 3)');
    const values = fc.record({
      'FT-101': fc.constantFrom(4, 6),
      'YS-101': fc.boolean(),
      'STEP-101': fc.constantFrom(3, 4),
    });
    fc.assert(
      fc.property(values, fc.subarray(['FT-101', 'YS-101', 'STEP-101']), (all, hidden) => {
        const full = evaluateState(expression, (tag) => new Map<string, Value>(Object.entries(all)).get(tag));
        const partial = evaluateState(expression, (tag) =>
          hidden.includes(tag) ? undefined : new Map<string, Value>(Object.entries(all)).get(tag),
        );
        expect(['unknown', full]).toContain(partial);
        expect(full).not.toBe('unknown');
      }),
    );
  });

  it('names each tag once', () => {
    const running = read('FT-101 > 5 m3/h and (YS-101 == running or FT-101 > 1 m3/h)');
    const starting = read('not (STEP-101 == 3)');
    expect(tagsOf({ running })).toEqual(['FT-101', 'YS-101']);
    expect(tagsOf({ running, starting })).toEqual(['FT-101', 'YS-101', 'STEP-101']);
  });
});

describe('parseState', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['FT-101', 'plant.state-test-form'],
    ['FT-101 >', 'plant.state-test-form'],
    ['and FT-101 > 5 m3/h', 'plant.state-test-form'],
    ['FT-101 > 5 m3/h and', 'plant.state-test-form'],
    ['5 m3/h < FT-101', 'plant.state-test-form'],
    ['FT-101 > 5 m3/h not YS-101 == running', 'plant.state-rest'],
    ['FT-101 > 5 m3/h)', 'plant.state-rest'],
    ['(FT-101 > 5 m3/h', 'plant.state-bracket'],
    ['FT-101 = 5 m3/h', 'plant.state-symbol'],
    ['FT-101 > fast', 'plant.state-operand'],
    ['FT-101 > PT-101', 'plant.state-operand'],
    ['FT-101 > 5 kg/h', 'plant.state-unit'],
    ['PT-101 > 0.35 MPa(a)', 'plant.state-unit'],
    ['STEP-101 > 3 s', 'plant.state-unit'],
    ['YS-101 == 1', 'plant.state-not-a-number'],
    ['YS-101 > running', 'plant.state-word-operator'],
    ['YS-101 == open', 'plant.word-does-not-fit'],
    ['XV-101.ZSO == closed', 'plant.word-does-not-fit'],
    ['FT-101 == running', 'plant.state-not-discrete'],
    ['FT-102 > 5 m3/h', 'plant.unknown-point'],
    ['('.repeat(1001), 'plant.state-too-long'],
  ];

  it.each(refused)('refuses %s', (written, key) => {
    expect(parseState(written, (tag) => points[tag])).toMatchObject({ ok: false, because: { key } });
  });

  it('leaves the fault of a faulty point to that point', () => {
    expect(parseState('FT-101 > 5 m3/h', () => 'faulty')).toEqual({ ok: false });
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      'FT-101',
      'YS-101',
      'and',
      'or',
      'not',
      '(',
      ')',
      '>',
      '==',
      '5 m3/h',
      'running',
      '!',
      '&',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((each) => each.join(' ')),
        ),
        (written) => {
          expect(parseState(written, (tag) => points[tag]).ok).toBeTypeOf('boolean');
        },
      ),
    );
  });
});
