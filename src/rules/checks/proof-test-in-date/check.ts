import { z } from 'zod';
import { text } from '../../../messages/index.ts';
import type { Plant, SafetyFunction } from '../../../plant/index.ts';
import { type CheckContext, defineCheck, type Need, type Part } from '../../check.ts';
import { unanswerable } from '../unanswerable.ts';

/**
 * The proof test of a function is in date on the observation date, on record, and not older than the last change of its
 * logic. Where a test was witnessed, sensors, the way through the solver and elements are judged each by the last test
 * that covered it: a test of a part renews no more than that part.
 */
export const proofTestInDate = defineCheck({
  name: 'proof-test-in-date',
  subject: 'safety-function',
  parameters: z.strictObject({}),
  parts: ({ function: it, plant }, _parameters, context) => {
    if (it.document !== undefined) return [];
    const { proofTest } = it;
    if (proofTest === undefined) return [unanswerable('proof test', text('checks.proof-test-not-declared'))];
    const whole = wholeTestOf(it, plant, context);
    const changed = it.logicChanged ?? plant.controllers.find((one) => one.id === it.solver)?.logicChanged;
    const tests = partTests(it, context);
    if (tests.every(({ last }) => last === undefined)) {
      if (typeof whole !== 'string') return [whole];
      return [
        inDate('proof test', whole, proofTest.everyMonths, context),
        ...(changed === undefined ? [] : [afterChange('proof test after change', whole, changed)]),
      ];
    }
    return tests.flatMap(({ name, last: witnessedOn, needs }): readonly Part[] => {
      const declared = typeof whole === 'string' ? whole : undefined;
      const isWitnessed = witnessedOn !== undefined && (declared === undefined || witnessedOn >= declared);
      const last = isWitnessed ? witnessedOn : declared;
      if (last === undefined) return typeof whole === 'string' ? [] : [{ ...whole, name }];
      const behind = isWitnessed ? needs : [];
      return [
        { ...inDate(name, last, proofTest.everyMonths, context), needs: behind },
        ...(changed === undefined ? [] : [{ ...afterChange(`${name} after change`, last, changed), needs: behind }]),
      ];
    });
  },
});

/** The date of the last test of all of it, as far as it is on record; or the part that says why there is none. */
function wholeTestOf(
  { proofTest }: SafetyFunction,
  plant: Plant,
  { observationDate: on }: CheckContext,
): string | Part {
  const last = proofTest?.last;
  if (last === undefined) return unanswerable('proof test', text('checks.proof-test-no-date'));
  const document = proofTest?.record === undefined ? undefined : plant.documents.get(proofTest.record);
  if (document?.file === undefined) return unanswerable('proof test', text('checks.proof-test-no-record', { last }));
  // A record that was written later was not there on the day of the observation (judgement.md §7).
  return document.date > on && last <= on
    ? unanswerable('proof test', text('checks.proof-test-record-later', { last, date: document.date }))
    : last;
}

interface PartTest {
  readonly name: string;
  /** The last witnessed test that renewed it; absent = none did. */
  readonly last?: string;
  readonly needs: readonly Need[];
}

/** Every part of a function that a test may renew by itself. */
function partTests(
  { id, causes, manual, effects }: SafetyFunction,
  { witnessed = [], observationDate }: CheckContext,
): readonly PartTest[] {
  const button = manual === undefined ? [] : [manual];
  const parts = [
    ...[...new Set([...causes.flatMap(({ channels }) => channels), ...button])].map((of) => ({ part: 'sensor', of })),
    ...[...causes.map(({ channels }) => channels.join(' ')), ...button].map((of) => ({ part: 'logic', of })),
    ...effects.filter(({ to }) => to !== 'alarm').map(({ element }) => ({ part: 'element', of: element })),
  ];
  return parts.map(({ part, of }) => {
    const latest = witnessed
      .filter((one) => one.function === id && one.on <= observationDate)
      .filter(({ tested }) => tested.some((each) => each.part === part && each.of === of && each.renewed))
      .sort((a, b) => b.on.localeCompare(a.on))[0];
    const name = `proof test ${part} ${of}`;
    if (latest === undefined) return { name, needs: [] };
    return { name, last: latest.on, needs: [{ kind: 'witnessed', evidence: latest.evidence }] };
  });
}

function inDate(name: string, last: string, months: number, { observationDate: on }: CheckContext): Part {
  const due = monthsLater(last, months);
  const words = { last, due, months };
  const expected = text('checks.proof-test-expected', words);
  return {
    name,
    needs: [],
    judge: () => {
      if (last > on) return { says: 'fail', expected, actual: text('checks.proof-test-later', words) };
      return due >= on
        ? { says: 'pass', because: text('checks.proof-test-in-date', words) }
        : { says: 'fail', expected, actual: text('checks.proof-test-overdue', words) };
    },
  };
}

function afterChange(name: string, last: string, changed: string): Part {
  return {
    name,
    needs: [],
    judge: () =>
      last >= changed
        ? { says: 'pass', because: text('checks.tested-after-change', { last, changed }) }
        : {
            says: 'fail',
            expected: text('checks.tested-after-change-expected', { changed }),
            actual: text('checks.not-tested-after-change', { last, changed }),
          },
  };
}

/** The corresponding day so many months later, or the last day of a shorter month. */
function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
