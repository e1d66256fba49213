import { describe, expect, it } from 'vitest';
import { addDays } from '../../rules/index.ts';
import { applyMove, openCase } from './apply-move.ts';
import type { CaseState } from './case-state.ts';
import { refusalOf } from './decide-move.ts';
import type { Move, Moved } from './move.ts';
import { openedCase } from './opened.test-data.ts';
import { isOverdue } from './overdue.ts';
import { progressOf } from './progress.ts';

/** The same numbers on every machine: a failure can be replayed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A second account of the rules, written as a clerk would check them, in plain variables. */
class Model {
  stage = 'found';
  day: string;
  major: boolean;
  limit = '';
  wanted = '';
  asked = '';
  read = '';
  verdicts: string[] = [];
  proposed: string[] = [];
  imposed = '';
  decided: string[] = [];

  constructor(day: string, major: boolean) {
    this.day = day;
    this.major = major;
  }

  get late(): (day: string) => boolean {
    return (day) =>
      this.limit !== '' &&
      this.stage !== 'closed' &&
      day > this.limit &&
      !(this.asked !== '' && this.asked <= this.limit) &&
      this.verdicts.at(-1) !== 'rectified';
  }

  /** Does the move if it may be done, and says whether it did. */
  try(move: Move, day: string, today: string): boolean {
    if (day > today || day < this.day || this.stage === 'closed') return false;
    const waiting = ['ordered', 'extension-requested', 'extension-granted', 'extension-refused'].includes(this.stage);
    const wentOn = this.stage.endsWith('-proposed') && this.stage !== 'measures-proposed';
    const before = ['found', 'registered', 'measures-proposed', 'supervised'].includes(this.stage);
    const last = this.verdicts.at(-1) ?? '';
    switch (move.move) {
      case 'register':
        if (this.stage !== 'found') return false;
        this.stage = 'registered';
        break;
      case 'grade':
        this.major = move.grade === 'major';
        break;
      case 'statement':
      case 'override':
        break;
      case 'measures':
        if (this.stage !== 'registered' || !this.major) return false;
        this.stage = 'measures-proposed';
        break;
      case 'supervise':
        if ((this.stage !== 'registered' && this.stage !== 'measures-proposed') || !this.major) return false;
        this.stage = 'supervised';
        break;
      case 'order':
        if (!before || this.stage === 'found' || move.until < day) return false;
        if (this.major && this.stage === 'registered') return false;
        if (move.proposed !== undefined && move.proposed !== move.until && move.reason === undefined) return false;
        this.limit = move.until;
        this.stage = 'ordered';
        break;
      case 'arrange':
        if (before) return false;
        break;
      case 'request-extension':
        if (this.stage !== 'ordered' && this.stage !== 'extension-granted') return false;
        if (day > this.limit || move.until <= this.limit) return false;
        this.wanted = move.until;
        this.stage = 'extension-requested';
        break;
      case 'decide-extension': {
        if (this.stage !== 'extension-requested') return false;
        if (!move.granted && move.until !== undefined) return false;
        const until = move.until ?? this.wanted;
        if (move.granted && until <= this.limit) return false;
        if (move.granted) this.limit = until;
        this.stage = move.granted ? 'extension-granted' : 'extension-refused';
        break;
      }
      case 'request-recheck':
        if (!waiting && !wentOn && this.stage !== 'rechecked') return false;
        if (this.stage === 'rechecked' && last === 'rectified') return false;
        this.asked = day;
        this.read = '';
        this.stage = this.imposed === '' ? 'recheck-requested' : 'resumption-requested';
        break;
      case 'read-again':
        if (before || (this.stage === 'rechecked' && last === 'rectified')) return false;
        this.read = move.verdict;
        break;
      case 'confirm':
        if (before || this.read === '' || this.read !== move.machine) return false;
        if (this.asked === '' && day < this.limit) return false;
        if (move.verdict !== move.machine && move.reason === undefined) return false;
        this.verdicts.push(move.verdict);
        this.read = '';
        this.asked = '';
        this.stage = 'rechecked';
        break;
      case 'propose': {
        if (!waiting && !wentOn && this.stage !== 'recheck-requested' && this.stage !== 'rechecked') return false;
        if (this.proposed.includes(move.step)) return false;
        const missed = this.verdicts.length === 0 && this.late(day) && this.stage !== 'extension-requested';
        if (last !== 'not-rectified' && !missed) return false;
        if (this.proposed.length !== ['penalty', 'suspension', 'closure'].indexOf(move.step)) return false;
        if (move.step === 'closure' && (this.imposed === '' || this.verdicts.length === 0)) return false;
        if (move.step === 'closure' && this.lastVerdictDay < this.imposed) return false;
        this.proposed.push(move.step);
        this.stage = `${move.step}-proposed`;
        break;
      }
      case 'decision':
        if (!this.proposed.includes(move.step) || this.decided.includes(move.step)) return false;
        this.decided.push(move.step);
        if (move.step === 'suspension' && move.imposed) this.imposed = day;
        break;
      case 'close':
        if (this.stage !== 'rechecked' || last !== 'rectified') return false;
        this.stage = 'closed';
        break;
    }
    if (move.move === 'confirm') this.lastVerdictDay = day;
    this.day = day;
    return true;
  }
  lastVerdictDay = '';
}

function randomMove(roll: (sides: number) => number, day: string): Move {
  const audit = { id: 'a', head: 'a'.repeat(64), observationDate: day };
  const verdicts = ['rectified', 'not-rectified', 'not-rectified', 'not-rectified', 'unverifiable'] as const;
  const verdict = () => verdicts[roll(5)] ?? 'unverifiable';
  const step = (['penalty', 'suspension', 'closure'] as const)[roll(3)] ?? 'penalty';
  const near = () => addDays(day, roll(40) - 5);
  const machine = verdict();
  const all: readonly Move[] = [
    { move: 'register' },
    { move: 'grade', grade: roll(2) === 0 ? 'major' : 'general', reason: 'r' },
    { move: 'statement', objects: roll(2) === 0, says: 's' },
    { move: 'override', says: 'pass', reason: 'r' },
    { move: 'measures', measures: 'm' },
    { move: 'supervise', level: 'l' },
    {
      move: 'order',
      until: near(),
      ...(roll(2) === 0 ? { proposed: near() } : {}),
      ...(roll(2) ? { reason: 'r' } : {}),
    },
    { move: 'arrange', item: 'funds', says: 's' },
    { move: 'request-extension', until: near(), reason: 'r' },
    { move: 'decide-extension', granted: roll(2) > 0, ...(roll(3) === 0 ? { until: near() } : {}), reason: 'r' },
    { move: 'request-recheck' },
    { move: 'read-again', audit, verdict: machine },
    { move: 'confirm', verdict: roll(3) === 0 ? verdict() : machine, machine, ...(roll(2) ? { reason: 'r' } : {}) },
    { move: 'propose', step, basis: [], preconditions: [] },
    { move: 'decision', step, imposed: roll(3) > 0, says: 's' },
    { move: 'close' },
  ];
  return all[roll(all.length)] ?? { move: 'close' };
}

describe('ten thousand moves, legal and illegal', () => {
  it('leave every case where a second account of the rules leaves it, and never take one back', () => {
    const roll = dice(20171120);
    const today = '2018-12-31';
    let done = 0;
    let refused = 0;
    const reached = new Set<string>();
    for (let moves = 0, number = 0; moves < 10_000; number += 1) {
      const grade = (['general', 'major', 'pending'] as const)[number % 3] ?? 'general';
      let state: CaseState = openCase(openedCase({ grade }), 1);
      const model = new Model(state.since, grade === 'major');
      for (let step = 0; step < 250 && moves < 10_000; step += 1, moves += 1) {
        const date = addDays(state.since, roll(8) - 1);
        const moved: Moved = {
          case: 'C',
          date,
          by: 'n',
          move: randomMove(roll, date),
          recordedAt: '2018-12-31 00:00:00',
        };
        const refusal = refusalOf(state, moved, today);
        const what = `${number}/${step} ${JSON.stringify(moved.move)} on ${date} at ${state.stage}`;
        expect(model.try(moved.move, date, today), what).toBe(refusal === undefined);
        if (refusal !== undefined) {
          refused += 1;
          continue;
        }
        const before = progressOf(state);
        state = applyMove(state, moved, step + 2);
        done += 1;
        reached.add(state.stage);
        expect(state.stage, what).toBe(model.stage);
        expect(state.limit?.until ?? '', what).toBe(model.limit);
        expect(isOverdue(state, date), what).toBe(model.late(date));
        expect(state.grade === 'major', what).toBe(model.major);
        const after = progressOf(state);
        expect(after[0] > before[0] || (after[0] === before[0] && after[1] >= before[1]), what).toBe(true);
        if (state.stage === 'closed') expect(state.rechecks.at(-1)?.verdict, what).toBe('rectified');
      }
    }
    expect(done).toBeGreaterThan(1500);
    expect(refused).toBeGreaterThan(1500);
    // The dice have been everywhere.
    expect([...reached].sort()).toEqual([
      'closed',
      'closure-proposed',
      'extension-granted',
      'extension-refused',
      'extension-requested',
      'found',
      'measures-proposed',
      'ordered',
      'penalty-proposed',
      'recheck-requested',
      'rechecked',
      'registered',
      'resumption-requested',
      'supervised',
      'suspension-proposed',
    ]);
  });
});
