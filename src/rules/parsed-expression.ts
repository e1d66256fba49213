import { parse } from '@marcbachmann/cel-js';

/** A CEL expression as a function of the values that it names, parsed once; a wrong one throws. */
export function parsedExpression(written: string): (values: Record<string, unknown>) => unknown {
  const known = parsed.get(written);
  if (known !== undefined) return known;
  const evaluate = parse(written);
  parsed.set(written, evaluate);
  return evaluate;
}

const parsed = new Map<string, (values: Record<string, unknown>) => unknown>();
