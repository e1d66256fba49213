import type { CaseState } from './case-state.ts';
import type { Moved } from './move.ts';
import type { Opened } from './opened.ts';
import type { Stage } from './stage.ts';

/** A case on the day it was opened. */
export function openCase(opened: Opened, entry: number): CaseState {
  return {
    opened,
    stage: 'found',
    since: opened.date,
    grade: opened.grade,
    arrangements: {},
    rechecks: [],
    proposals: {},
    decisions: {},
    seen: [],
    moves: [],
    lastEntry: entry,
  };
}

/** The case after a move that `decideMove` has allowed. */
export function applyMove(before: CaseState, moved: Moved, entry: number): CaseState {
  const state: CaseState = { ...before, moves: [...before.moves, moved], since: moved.date, lastEntry: entry };
  const { move, date, by } = moved;
  switch (move.move) {
    case 'register':
      return at(state, 'registered');
    case 'grade':
      return { ...state, grade: move.grade };
    case 'statement':
    case 'override':
      return state;
    case 'measures':
      return at(state, 'measures-proposed');
    case 'supervise':
      return at(state, 'supervised');
    case 'order':
      return at({ ...state, limit: { until: move.until, orderedOn: date, extensions: 0 } }, 'ordered');
    case 'arrange': {
      const { item, says, readyOn } = move;
      const arranged = { says, ...(readyOn === undefined ? {} : { readyOn }) };
      return { ...state, arrangements: { ...state.arrangements, [item]: arranged } };
    }
    case 'request-extension':
      return at({ ...state, extensionAsked: move.until }, 'extension-requested');
    case 'decide-extension': {
      const { extensionAsked, ...rest } = state;
      const until = move.until ?? extensionAsked;
      if (!move.granted || until === undefined || state.limit === undefined) return at(rest, 'extension-refused');
      const { orderedOn, extensions } = state.limit;
      return at({ ...rest, limit: { until, orderedOn, extensions: extensions + 1 } }, 'extension-granted');
    }
    case 'request-recheck': {
      // What was read before the enterprise asked says nothing of what it has repaired since.
      const { unconfirmed: _, ...rest } = state;
      const stage = state.decisions.suspension?.imposed === true ? 'resumption-requested' : 'recheck-requested';
      return at({ ...rest, recheckAskedOn: date }, stage);
    }
    case 'read-again':
      return { ...state, unconfirmed: { verdict: move.verdict, date } };
    case 'confirm': {
      const { unconfirmed: _, recheckAskedOn: __, extensionAsked: ___, ...rest } = state;
      const { verdict, machine } = move;
      return at({ ...rest, rechecks: [...state.rechecks, { date, verdict, machine, by }] }, 'rechecked');
    }
    case 'propose':
      return at({ ...state, proposals: { ...state.proposals, [move.step]: date } }, `${move.step}-proposed`);
    case 'decision':
      return { ...state, decisions: { ...state.decisions, [move.step]: { date, imposed: move.imposed } } };
    case 'close':
      return at(state, 'closed');
  }
}

function at(state: CaseState, stage: Stage): CaseState {
  return { ...state, stage };
}
