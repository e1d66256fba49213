import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { indexOf } from '../../../plant/index.ts';
import { defineCheck } from '../../check.ts';

/** Where a SIL is required, the logic solver is a safety system of its own and not the process control system. */
export const solverIndependent = defineCheck({
  name: 'solver-independent',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }) => {
    if (it.sil === undefined) return [];
    const solver = indexOf(plant).controller(it.solver);
    const lacks = text('rules.solver-not-declared', { function: it.id });
    return [
      {
        name: 'solver',
        needs: [],
        ...(solver === undefined ? { lacks } : {}),
        judge: () => {
          if (solver === undefined) return { says: 'informational', because: lacks };
          return solver.role === 'sis'
            ? { says: 'pass', because: text('rules.solver-independent', { solver: solver.id }) }
            : {
                says: 'fail',
                expected: text('rules.solver-independent-expected', { sil: it.sil ?? 0 }),
                actual: text('rules.solver-is', { solver: solver.id, role: text(`rules.role-${solver.role}`) }),
              };
        },
      },
    ];
  },
});
