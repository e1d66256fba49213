import { evaluate } from '@marcbachmann/cel-js';
import type { Subject } from './subject.ts';

/**
 * Whether `applies_when` holds for a subject. The expression sees plain facts only: `emergency`, `kinds`, `sil`,
 * `role`, `via`, `protocol`, `processes`, `passive`. An expression that is not a boolean throws: that rule is an error.
 */
export function applies(expression: string | undefined, subject: Subject): boolean {
  if (expression === undefined) return true;
  const result: unknown = evaluate(expression, facts(subject));
  if (typeof result !== 'boolean') throw new Error(`applies_when "${expression}" is not a boolean`);
  return result;
}

function facts(subject: Subject): Record<string, unknown> {
  switch (subject.kind) {
    case 'controller':
      return {
        role: subject.controller.role,
        via: subject.controller.via,
        protocol: subject.controller.endpoints[0].protocol,
      };
    case 'safety-function': {
      const unit = subject.plant.units.find((candidate) => candidate.id === subject.function.unit);
      return {
        emergency: subject.rows.some((row) => row.emergency),
        kinds: subject.rows.map((row) => row.row.kind),
        sil: subject.function.sil ?? 0,
        passive: subject.function.document !== undefined,
        processes: unit?.processes ?? [],
      };
    }
    case 'required-function':
      return {
        emergency: subject.required.emergency,
        kinds: [subject.required.row.kind],
        passive: subject.required.nature === 'passive',
        processes: subject.required.unit.processes,
      };
    case 'unit':
      return { processes: subject.unit.processes };
  }
}
