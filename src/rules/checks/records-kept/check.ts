import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { indexOf } from '../../../plant/index.ts';
import { defineCheck, type Part } from '../../check.ts';
import { localDate } from '../../local-time.ts';

/** The records of what is measured of an installation go back a number of days, as the controllers themselves show. */
export const recordsKept = defineCheck({
  name: 'records-kept',
  subject: 'hazard-installation',
  parameters: z.strictObject({ days: z.number().int().positive() }),
  parts: ({ installation, plant }, { days }) => {
    const tags = Object.values(installation.measurements ?? {}).flatMap((measured) =>
      'points' in measured ? measured.points : [],
    );
    // Only OPC UA has a read of history; what another protocol shows says nothing about what is kept.
    const served = [...new Set(tags)].filter((tag) => {
      const controller = indexOf(plant).controller(plant.points.get(tag)?.controller);
      return controller?.endpoints[0].protocol === 'opcua';
    });
    if (served.length === 0) {
      const lacks = text(tags.length === 0 ? 'rulebase.no-measurement' : 'rulebase.history-not-served');
      return [{ name: 'records', needs: [], lacks, judge: () => ({ says: 'informational', because: lacks }) }];
    }
    return served.map(
      (tag): Part => ({
        name: `records ${tag}`,
        needs: [{ kind: 'history', tag, days }],
        judge: (inputs) => {
          const { reachesBack, oldestAtMs } = inputs.recordReach(tag);
          const words = { tag, days, date: localDate(oldestAtMs) };
          return reachesBack
            ? { says: 'pass', because: text('rulebase.records-kept', words) }
            : {
                says: 'fail',
                expected: text('rulebase.records-expected', words),
                actual: text('rulebase.records-since', words),
              };
        },
      }),
    );
  },
});
