import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { exclusionClaim, processScope, withExclusions } from '../../catalogue/index.ts';
import { defineCheck, type Part } from '../../check.ts';

/**
 * A unit that is said to be outside of a process that it names: shown so, the process is not applicable to it and its
 * rows are not asked; on its word alone nobody can tell; where no text leaves anything out, the word changes nothing. Of one
 * that is counted among a process that it does not name it says what came of that.
 */
export const processScopeCheck = defineCheck({
  name: 'process-scope',
  subject: 'unit',
  parameters: z.strictObject({}),
  parts: ({ unit, plant }) => [
    ...unit.processes.flatMap((process): readonly Part[] => {
      const claim = exclusionClaim(process, unit, plant);
      if (claim === undefined || claim.is === 'absent') return [];
      const words = { unit: unit.id, process };
      const shown = claim.document ?? claim.seenBy?.join('、') ?? '';
      const because = withExclusions.has(process)
        ? text('scope.outside', { ...words, shown })
        : text('scope.nothing-left-out', words);
      const isOut = processScope(process, unit, plant) === 'out';
      return [
        {
          name: `scope ${process}`,
          needs: [],
          ...(processScope(process, unit, plant) === 'unproved' ? { lacks: text('scope.unproved', words) } : {}),
          judge: () => ({ says: isOut ? 'notapplicable' : 'informational', because }),
        },
      ];
    }),
    ...(unit.included ?? []).map(
      ({ process, standing, from = '' }): Part => ({
        name: `scope ${process}`,
        needs: [],
        judge: () => ({
          says: 'informational',
          because: text(`scope.included-${standing}`, { unit: unit.id, process, from }),
        }),
      }),
    ),
  ],
});
