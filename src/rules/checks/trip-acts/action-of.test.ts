import { expect, it } from 'vitest';
import type { Inputs } from '../../check.ts';
import { noInputs } from '../../demand/tested-parts.ts';
import { actionOf } from './action-of.ts';

const safe = { tag: 'XV-1.ZSC', holds: (value: unknown) => value === true };

/** What the element did, looked at every second, on a demand seen from 2 s on that is due after 4 s more. */
function did(seen: readonly boolean[]) {
  const samples = seen.map((value, second) => ({ value, atMs: second * 1000 }));
  const inputs: Inputs = { ...noInputs, readings: () => samples };
  return actionOf([{ afterMs: 1000, atMs: 2000, dueMs: 6000, untilMs: 11_000 }], inputs, safe, 3000);
}

const [there, away] = [true, false];

it('of a demand with a delay is in time where the element came before, however seldom anybody looked', () => {
  const samples = [
    { value: false, atMs: 0 },
    { value: true, atMs: 5000 },
    { value: true, atMs: 10_000 },
  ];
  const inputs: Inputs = { ...noInputs, readings: () => samples };
  const demand = { afterMs: 1000, atMs: 2000, dueMs: 6000, untilMs: 11_000 };
  expect(actionOf([demand], inputs, safe, 3000)).toBe('acted');
});

it.each([
  [
    'opens while the delay runs, and closes in time',
    [there, there, there, away, away, away, away, there, there],
    'acted',
  ],
  [
    'opens while the delay runs, and stays open',
    [there, there, there, away, away, away, away, away, away, away, away],
    'late',
  ],
  ['closes before it is due', [away, away, away, there, there, there, there, there], 'acted'],
  ['opens again after it was due', [away, away, away, away, there, there, there, away, away], 'left'],
  ['was closed all along', [there, there, there, there, there, there, there, there], 'unseen'],
])('of a demand with a delay, an element that %s', (_, seen, action) => {
  expect(did(seen)).toBe(action);
});
