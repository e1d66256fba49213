import { type MessageKey, type Text, text } from '../../messages/index.ts';
import type { CalendarDate } from '../../plant/index.ts';
import { allowedStages } from './allowed-stages.ts';
import type { CaseState } from './case-state.ts';
import type { Move, Moved } from './move.ts';
import { expertRule } from './opened.ts';
import { isOverdue } from './overdue.ts';
import { escalationSteps } from './stage.ts';

/**
 * Whether a move is legal for a case as it stands; gives the sentence that refuses, or undefined. `today` is the day on
 * which it is written down: what has not happened yet cannot be recorded.
 */
export function refusalOf(state: CaseState, moved: Moved, today: CalendarDate): Text | undefined {
  const { move, date } = moved;
  if (date > today) return text('rectification.refuse-future', { date, today });
  if (date < state.since) return text('rectification.refuse-before', { date, since: state.since });
  if (!allowedStages[move.move].includes(state.stage)) {
    return text('rectification.refuse-stage', {
      case: moved.case,
      stage: text(`rectification.stage-${state.stage}`),
      move: text(`rectification.move-${move.move}`),
    });
  }
  const because = guard(state, move, date);
  return because === undefined ? undefined : typeof because === 'string' ? text(because) : because;
}

function guard(state: CaseState, move: Move, date: CalendarDate): MessageKey | Text | undefined {
  switch (move.move) {
    case 'measures':
    case 'supervise':
      return state.grade === 'major' ? undefined : 'rectification.refuse-only-major';
    case 'order':
      return refuseOrder(state, move, date);
    case 'request-extension':
      return refuseExtension(state, move.until, date);
    case 'decide-extension':
      if (!move.granted) return move.until === undefined ? undefined : 'rectification.refuse-until-without-grant';
      return state.limit !== undefined && (move.until ?? state.extensionAsked ?? '') > state.limit.until
        ? undefined
        : 'rectification.refuse-extension-not-later';
    case 'request-recheck':
    case 'read-again':
      return state.rechecks.at(-1)?.verdict === 'rectified' && state.stage === 'rechecked'
        ? 'rectification.refuse-rectified-already'
        : undefined;
    case 'confirm':
      return refuseConfirm(state, move, date);
    case 'propose':
      return refuseProposal(state, move.step, date);
    case 'decision':
      if (state.proposals[move.step] === undefined) return 'rectification.refuse-decision-without-proposal';
      return state.decisions[move.step] === undefined ? undefined : 'rectification.refuse-decided-already';
    case 'close':
      return state.rechecks.at(-1)?.verdict === 'rectified' ? undefined : 'rectification.refuse-close-unrectified';
    case 'register':
    case 'grade':
    case 'statement':
    case 'override':
    case 'arrange':
      return undefined;
  }
}

function refuseOrder(
  { grade, stage, opened }: CaseState,
  move: Extract<Move, { readonly move: 'order' }>,
  date: CalendarDate,
): MessageKey | undefined {
  if (grade === 'major' && stage === 'registered' && opened.finding.immediate !== undefined)
    return 'rectification.refuse-measures-first';
  if (move.until < date) return 'rectification.refuse-limit-past';
  const changed = move.proposed !== undefined && move.proposed !== move.until;
  return changed && move.reason === undefined ? 'rectification.refuse-limit-without-reason' : undefined;
}

function refuseExtension({ limit }: CaseState, until: CalendarDate, date: CalendarDate): MessageKey | undefined {
  if (limit === undefined || date > limit.until) return 'rectification.refuse-extension-late';
  return until > limit.until ? undefined : 'rectification.refuse-extension-not-later';
}

/** The authority re-inspects on request or when the limit has come; only what the machine has read can be confirmed. */
function refuseConfirm(
  { opened, unconfirmed, recheckAskedOn, limit }: CaseState,
  move: Extract<Move, { readonly move: 'confirm' }>,
  date: CalendarDate,
): MessageKey | undefined {
  // What a person saw no machine can read again: a person says how it is now, and why.
  const isSeen = opened.finding.rule === expertRule;
  if (unconfirmed === undefined && !isSeen) return 'rectification.refuse-nothing-read';
  if (unconfirmed !== undefined && unconfirmed.verdict !== move.machine) return 'rectification.refuse-other-verdict';
  if (recheckAskedOn === undefined && (limit === undefined || date < limit.until))
    return 'rectification.refuse-recheck-unasked';
  return (isSeen || move.verdict !== move.machine) && move.reason === undefined
    ? 'rectification.refuse-verdict-without-reason'
    : undefined;
}

/** Not known is not refused: only a confirmed 未整改, or a limit that has passed, is ground for a proposal. */
function refuseProposal(
  state: CaseState,
  step: (typeof escalationSteps)[number],
  date: CalendarDate,
): MessageKey | undefined {
  if (state.proposals[step] !== undefined) return 'rectification.refuse-proposed-already';
  const failed = state.rechecks.at(-1)?.verdict === 'not-rectified';
  const missed = isOverdue(state, date) && state.rechecks.length === 0 && state.stage !== 'extension-requested';
  if (!failed && !missed) return 'rectification.refuse-no-ground';
  const before = escalationSteps[escalationSteps.indexOf(step) - 1];
  if (before !== undefined && state.proposals[before] === undefined) return 'rectification.refuse-step-skipped';
  if (escalationSteps.slice(escalationSteps.indexOf(step) + 1).some((later) => state.proposals[later] !== undefined))
    return 'rectification.refuse-step-back';
  if (step !== 'closure') return undefined;
  // Closure needs an enterprise that is still unfit after a suspension that the authority has really imposed.
  const { suspension } = state.decisions;
  const after = state.rechecks.at(-1);
  return suspension?.imposed === true && after !== undefined && after.date >= suspension.date
    ? undefined
    : 'rectification.refuse-closure-without-suspension';
}
