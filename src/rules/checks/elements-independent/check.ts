import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { indexOf, type Plant, type SafetyFunction } from '../../../plant/index.ts';
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
    const { inOrder, measuringBy, moving } = indexOf(plant);
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
    const part = (
      what: 'sensors' | 'elements',
      own: readonly string[],
      users: (each: string) => readonly SafetyFunction[],
    ) => {
      const others = (each: string) => users(each).filter((other) => other.id !== it.id && isControl(other, plant));
      const shared = [...new Set(own)].filter((each) => others(each).length > 0);
      return { name: what, needs: [], judge: () => judge(shared, inOrder(shared.flatMap(others)), what) };
    };
    return [part('sensors', sensorsOf(it), measuringBy), part('elements', elementsOf(it), moving)];
  },
});

/** What any other system than a safety system executes is process control. */
function isControl({ loop, solver }: SafetyFunction, plant: Plant): boolean {
  return loop !== undefined || indexOf(plant).controller(solver)?.role === 'bpcs';
}

function sensorsOf({ causes, loop }: SafetyFunction): readonly string[] {
  return [...causes.flatMap(({ channels }) => channels), ...(loop === undefined ? [] : [loop.measurement])];
}

function elementsOf({ effects }: SafetyFunction): readonly string[] {
  return effects.flatMap(({ element, to }) => (to === 'alarm' ? [] : [element]));
}
