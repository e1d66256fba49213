import { evaluate } from '@marcbachmann/cel-js';
import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheckOfAny, type Inputs, type Need, type Part } from '../../check.ts';
import { type Operand, operandsOf } from './operands.ts';

/**
 * A comparison in CEL over declared values and readings of the subject, named by their roles. A value that nobody
 * declared, or that cannot be brought to `unit`, makes it unknown.
 */
export const compare = defineCheckOfAny({
  name: 'compare',
  parameters: z.strictObject({
    expression: z.string().min(1),
    /** Of a safety function: once for each of its causes. */
    each: z.literal('cause').optional(),
    /** Every quantity is brought to this unit before it is compared. */
    unit: z.string().optional(),
  }),
  parts: (subject, { expression, each, unit }) =>
    operandsOf(subject, each, unit).map(({ name, operands }): Part => {
      const used = Object.entries(operands).filter(([role]) => mentions(expression, role));
      const absent = used.filter(([, operand]) => operand.kind === 'absent').map(([role]) => role);
      const lacks = text('rulebase.operand-absent', { names: absent.join('、') });
      const needs = used.flatMap(([, operand]): readonly Need[] =>
        operand.kind === 'reading' ? [{ kind: 'reading', tag: operand.tag }] : [],
      );
      return {
        name: `compare ${name}`,
        needs,
        ...(absent.length === 0 ? {} : { lacks }),
        judge: (inputs) => {
          const values = Object.fromEntries(used.map(([role, operand]) => [role, amountOf(operand, inputs)]));
          const result: unknown = evaluate(expression, values);
          if (typeof result !== 'boolean') throw new Error(`"${expression}" is not a boolean`);
          const shown = Object.entries(values)
            .map(([role, value]) => `${role} = ${shortOf(value)}`)
            .join(', ');
          return result
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
