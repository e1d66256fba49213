import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheckOfAny, type Inputs, type Need, type Part } from '../../check.ts';
import { parsedExpression } from '../../parsed-expression.ts';
import { type Operand, operandsOf } from './operands.ts';

/**
 * A comparison in CEL over declared values and readings of the subject, named by their roles. A value that nobody
 * declared, or that cannot be brought to `unit`, makes it unknown.
 */
export const compare = defineCheckOfAny({
  name: 'compare',
  parameters: z.strictObject({
    expression: z.string().min(1),
    /** Where the expression does not hold but this does, the difference is for a person to judge: not checked. */
    doubt: z.string().optional(),
    /** Of a safety function: once for each of its causes. */
    each: z.literal('cause').optional(),
    /** Every quantity is brought to this unit before it is compared. */
    unit: z.string().optional(),
  }),
  parts: (subject, { expression, doubt, each, unit }) =>
    operandsOf(subject, each, unit).map(({ name, operands }): Part => {
      const used = Object.entries(operands).filter(([role]) => mentions(expression, role));
      const doubted = Object.entries(operands).filter(([role]) => doubt !== undefined && mentions(doubt, role));
      const canDoubt = doubted.length > 0 && doubted.every(([, operand]) => operand.kind !== 'absent');
      const absent = used.filter(([, operand]) => operand.kind === 'absent').map(([role]) => role);
      const lacks = text('rulebase.operand-absent', { names: absent.join('、') });
      const needs = (canDoubt ? [...used, ...doubted] : used).flatMap(([, operand]): readonly Need[] =>
        operand.kind === 'reading' ? [{ kind: 'reading', tag: operand.tag }] : [],
      );
      return {
        name: `compare ${name}`,
        needs,
        ...(absent.length === 0 ? {} : { lacks }),
        unmet: (inputs) => {
          if (doubt === undefined || !canDoubt || holds(expression, valuesOf(used, inputs))) return undefined;
          const values = valuesOf(doubted, inputs);
          if (!holds(doubt, values)) return undefined;
          return text('rulebase.only-alternative', { expression: doubt, shown: shownOf(values) });
        },
        judge: (inputs) => {
          const values = valuesOf(used, inputs);
          const shown = shownOf(values);
          return holds(expression, values)
            ? { says: 'pass', because: text('rulebase.compared', { expression, shown }) }
            : {
                says: 'fail',
                expected: text('rulebase.compare-expected', { expression }),
                actual: text('rulebase.compare-actual', { shown }),
              };
        },
      };
    }),
});

type Values = Readonly<Record<string, number | boolean>>;

function valuesOf(operands: readonly (readonly [string, Operand])[], inputs: Inputs): Values {
  return Object.fromEntries(operands.map(([role, operand]) => [role, amountOf(operand, inputs)]));
}

function holds(expression: string, values: Values): boolean {
  const result: unknown = parsedExpression(expression)({ ...values });
  if (typeof result !== 'boolean') throw new Error(`"${expression}" is not a boolean`);
  return result;
}

function shownOf(values: Values): string {
  return Object.entries(values)
    .map(([role, value]) => `${role} = ${shortOf(value)}`)
    .join(', ');
}

/** True where an expression names a role outside of quotes. */
function mentions(expression: string, role: string): boolean {
  return new RegExp(`\\b${role}\\b`).test(expression.replace(/'[^']*'|"[^"]*"/g, ''));
}

function amountOf(operand: Operand, inputs: Inputs): number | boolean {
  switch (operand.kind) {
    case 'value':
      return operand.value;
    case 'reading':
      return operand.of(inputs.reading(operand.tag).value);
    case 'absent':
      throw new Error('an operand that is absent was asked for');
  }
}

function shortOf(value: number | boolean): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(7))) : String(value);
}
