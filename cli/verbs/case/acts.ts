import type { MessageKey } from '../../../src/messages/index.ts';
import { escalationOn, escalationSteps, proposeLimit, workKinds } from '../../../src/rectification/index.ts';
import { shippedCalendar } from '../../../src/rules/index.ts';
import type { MakeMove } from './act.ts';

/** The options of one act as commander gives them. */
export type Written = Readonly<Record<string, string | boolean | undefined>>;

/** One act on one case: its name on the command line, its options, and the move that it makes. */
export interface Act {
  readonly name: string;
  readonly describe: MessageKey;
  readonly options: readonly (readonly [flags: string, describe: MessageKey])[];
  move(written: Written): MakeMove;
}

const simple = (name: string, describe: MessageKey, move: string): Act => ({
  name,
  describe,
  options: [],
  move: () => () => ({ move }),
});

const reason = ['--reason <text>', 'rectification.option-reason'] as const;
const says = ['--says <text>', 'rectification.option-says'] as const;
const until = ['--until <YYYY-MM-DD>', 'rectification.option-until'] as const;
const asIs = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);

/** Leaves out what was not written: a move has no empty members. */
function without(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** Every act, in the order of a case's life. */
export const acts: readonly Act[] = [
  {
    name: 'grade',
    describe: 'rectification.act-grade',
    options: [['--as <general|major>', 'rectification.option-grade'], reason],
    move: (written) => () => without({ move: 'grade', grade: written['as'], reason: written['reason'] }),
  },
  {
    name: 'statement',
    describe: 'rectification.act-statement',
    options: [says, ['--objects', 'rectification.option-objects']],
    move: (written) => () =>
      without({ move: 'statement', objects: written['objects'] === true, says: written['says'] }),
  },
  {
    name: 'override',
    describe: 'rectification.act-override',
    options: [['--as <pass|fail|notapplicable>', 'rectification.option-override'], reason],
    move: (written) => () => without({ move: 'override', says: written['as'], reason: written['reason'] }),
  },
  {
    name: 'measures',
    describe: 'rectification.act-measures',
    options: [says],
    move:
      (written) =>
      ({ state }) =>
        without({ move: 'measures', measures: written['says'] ?? state.opened.finding.immediate?.zh }),
  },
  {
    name: 'supervise',
    describe: 'rectification.act-supervise',
    options: [['--level <text>', 'rectification.option-level']],
    move: (written) => () => without({ move: 'supervise', level: written['level'] }),
  },
  {
    name: 'order',
    describe: 'rectification.act-order',
    options: [until, [`--work <${workKinds.join('|')}>`, 'rectification.option-work'], reason],
    move:
      (written) =>
      ({ state, time, settings }) => {
        const work = workKinds.find((kind) => kind === written['work']);
        const { finding } = state.opened;
        const proposed = proposeLimit(
          { finding, grade: state.grade },
          time.date,
          work,
          settings,
          shippedCalendar,
        )?.until;
        const until = asIs(written['until']) ?? proposed;
        // A kind of work that a person names is a choice like a date: it is written down.
        const because = asIs(written['reason']) ?? (work === undefined ? undefined : `work: ${work}`);
        return without({ move: 'order', until, proposed, reason: because });
      },
  },
  {
    name: 'arrange',
    describe: 'rectification.act-arrange',
    options: [
      ['--item <responsibility|measures|funds|time|plan>', 'rectification.option-item'],
      says,
      ['--ready <YYYY-MM-DD>', 'rectification.option-ready'],
    ],
    move: (written) => () =>
      without({ move: 'arrange', item: written['item'], says: written['says'], readyOn: written['ready'] }),
  },
  {
    name: 'extend',
    describe: 'rectification.act-extend',
    options: [until, reason, ['--grant', 'rectification.option-grant'], ['--refuse', 'rectification.option-refuse']],
    move: (written) => () => {
      const { until: wanted, reason: why } = written;
      if (written['grant'] !== true && written['refuse'] !== true)
        return without({ move: 'request-extension', until: wanted, reason: why });
      return without({ move: 'decide-extension', granted: written['grant'] === true, until: wanted, reason: why });
    },
  },
  simple('request', 'rectification.act-request', 'request-recheck'),
  {
    name: 'confirm',
    describe: 'rectification.act-confirm',
    options: [['--verdict <rectified|not-rectified|unverifiable>', 'rectification.option-verdict'], reason],
    move:
      (written) =>
      ({ state }) => {
        const machine = state.unconfirmed?.verdict ?? 'unverifiable';
        return without({ move: 'confirm', machine, verdict: written['verdict'] ?? machine, reason: written['reason'] });
      },
  },
  {
    name: 'escalate',
    describe: 'rectification.act-escalate',
    options: [
      [`--step <${escalationSteps.join('|')}>`, 'rectification.option-step'],
      ['--decided <imposed|not-imposed>', 'rectification.option-decided'],
      says,
    ],
    move:
      (written) =>
      ({ time }) => {
        const step = escalationSteps.find((one) => one === written['step']);
        const decided = written['decided'];
        if (decided !== undefined)
          return without({
            move: 'decision',
            step: written['step'],
            imposed: decided === 'imposed' ? true : decided === 'not-imposed' ? false : decided,
            says: written['says'],
          });
        return without({ move: 'propose', step: written['step'], ...(step && escalationOn(step, time.date)) });
      },
  },
  {
    name: 'close',
    describe: 'rectification.act-close',
    options: [says],
    move: (written) => () => without({ move: 'close', says: written['says'] }),
  },
];
