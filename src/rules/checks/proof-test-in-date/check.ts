import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import { defineCheck, type Part } from '../../check.ts';
import { unanswerable } from '../unanswerable.ts';

/** The proof test of a function is in date on the observation date, on record, and not older than the last change of its logic. */
export const proofTestInDate = defineCheck({
  name: 'proof-test-in-date',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }, _parameters, { observationDate: on }) => {
    if (it.document !== undefined) return [];
    const { proofTest } = it;
    if (proofTest === undefined) return [unanswerable('proof test', text('checks.proof-test-not-declared'))];
    const { last, everyMonths, record } = proofTest;
    if (last === undefined) return [unanswerable('proof test', text('checks.proof-test-no-date'))];
    const document = record === undefined ? undefined : plant.documents.get(record);
    if (document?.file === undefined)
      return [unanswerable('proof test', text('checks.proof-test-no-record', { last }))];
    const due = monthsLater(last, everyMonths);
    const words = { last, due, months: everyMonths };
    const parts: Part[] = [
      {
        name: 'proof test',
        needs: [],
        judge: () => {
          if (last > on) {
            return {
              says: 'fail',
              expected: text('checks.proof-test-expected', words),
              actual: text('checks.proof-test-later', words),
            };
          }
          return due >= on
            ? { says: 'pass', because: text('checks.proof-test-in-date', words) }
            : {
                says: 'fail',
                expected: text('checks.proof-test-expected', words),
                actual: text('checks.proof-test-overdue', words),
              };
        },
      },
    ];
    const changed = it.logicChanged ?? plant.controllers.find((one) => one.id === it.solver)?.logicChanged;
    if (changed !== undefined) {
      parts.push({
        name: 'proof test after change',
        needs: [],
        judge: () =>
          last >= changed
            ? { says: 'pass', because: text('checks.tested-after-change', { last, changed }) }
            : {
                says: 'fail',
                expected: text('checks.tested-after-change-expected', { changed }),
                actual: text('checks.not-tested-after-change', { last, changed }),
              },
      });
    }
    return parts;
  },
});

/** The corresponding day so many months later, or the last day of a shorter month. */
function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
