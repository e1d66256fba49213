import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Plant, SafetyFunction } from '../../../plant/index.ts';
import { defineCheck, type Judgement } from '../../check.ts';

/**
 * Sensors and final elements of a function with a required SIL are not those of process control; what is shared is named.
 * Below `sil` sharing is allowed and only shown.
 */
export const elementsIndependent = defineCheck({
  name: 'elements-independent',
  subject: 'safety-function',
  parameters: z.strictObject({ sil: z.number().int().min(1).max(4).default(2) }),
  parts: ({ function: it, plant }, { sil: from }) => {
    const { sil } = it;
    if (sil === undefined || it.document !== undefined) return [];
    const control = plant.functions.filter((other) => other.id !== it.id && isControl(other, plant));
    const judge = (
      shared: readonly string[],
      by: readonly SafetyFunction[],
      what: 'sensors' | 'elements',
    ): Judgement => {
      const words = { shared: shared.join('、'), by: by.map((other) => other.id).join('、'), sil };
      if (shared.length === 0) return { says: 'pass', because: text(`checks.${what}-own`) };
      if (sil < from) return { says: 'informational', because: text(`checks.${what}-shared`, words) };
      return {
        says: 'fail',
        expected: text(`checks.${what}-expected`, words),
        actual: text(`checks.${what}-shared`, words),
      };
    };
    const part = (what: 'sensors' | 'elements', of: (one: SafetyFunction) => readonly string[]) => {
      const own = new Set(of(it));
      const by = control.filter((other) => of(other).some((each) => own.has(each)));
      const shared = [...own].filter((each) => by.some((other) => of(other).includes(each)));
      return { name: what, needs: [], judge: () => judge(shared, by, what) };
    };
    return [part('sensors', sensorsOf), part('elements', elementsOf)];
  },
});

/** What any other system than a safety system executes is process control. */
function isControl({ loop, solver }: SafetyFunction, plant: Plant): boolean {
  return loop !== undefined || plant.controllers.find((one) => one.id === solver)?.role === 'bpcs';
}

function sensorsOf({ causes, loop }: SafetyFunction): readonly string[] {
  return [...causes.flatMap(({ channels }) => channels), ...(loop === undefined ? [] : [loop.measurement])];
}

function elementsOf({ effects }: SafetyFunction): readonly string[] {
  return effects.flatMap(({ element, to }) => (to === 'alarm' ? [] : [element]));
}
