import type { CaseState } from './case-state.ts';

/**
 * How far a case has come, as numbers that only ever grow: confirmed re-inspections and proposals first, then the step
 * before the next of them. A move that would make it smaller would be a move back.
 */
export function progressOf(state: CaseState): readonly [rounds: number, step: number] {
  const rounds = state.rechecks.length + Object.keys(state.proposals).length;
  const extensions = state.moves.filter(({ move }) => move.move === 'decide-extension').length;
  switch (state.stage) {
    case 'found':
      return [rounds, 0];
    case 'registered':
      return [rounds, 1];
    case 'measures-proposed':
      return [rounds, 2];
    case 'supervised':
      return [rounds, 3];
    case 'ordered':
      return [rounds, 4];
    case 'extension-requested':
      return [rounds, 5 + 2 * extensions];
    case 'extension-granted':
    case 'extension-refused':
      return [rounds, 4 + 2 * extensions];
    case 'rechecked':
    case 'penalty-proposed':
    case 'suspension-proposed':
    case 'closure-proposed':
      return [rounds, 0];
    case 'recheck-requested':
    case 'resumption-requested':
      return [rounds, 1_000_000];
    case 'closed':
      return [rounds, 2_000_000];
  }
}
