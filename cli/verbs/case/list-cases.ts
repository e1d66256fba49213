import { alignCells } from '../../../src/messages/index.ts';
import { systemClock } from '../../../src/protocols/index.ts';
import { type CaseState, filterCases, isOverdue, registerState, stages } from '../../../src/rectification/index.ts';
import { calendarDate, localDate } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRegister } from '../../open-register.ts';
import type { Terminal } from '../../terminal.ts';
import { caseLine, caseText } from './show-case.ts';

/** The options of `case list` and `case show`. */
export interface ListOptions {
  readonly register: string;
  readonly enterprise?: string;
  readonly town?: string;
  readonly stage?: string;
  readonly dueWithin?: string;
  readonly overdue?: boolean;
  readonly open?: boolean;
  readonly on?: string;
  readonly json?: boolean;
}

/** Lists the cases of a register as they stood on a day, narrowed by the options. */
export function listCases(options: ListOptions, io: Terminal): number {
  const stage = stages.find((one) => one === options.stage);
  if (options.stage !== undefined && stage === undefined) {
    io.fail('cli.bad-option', { option: '--stage', value: options.stage, expected: stages.join(' ') });
    return exitCode.usage;
  }
  const dueWithinDays = options.dueWithin === undefined ? undefined : Number(options.dueWithin);
  if (dueWithinDays !== undefined && !Number.isInteger(dueWithinDays)) {
    io.fail('cli.bad-option', { option: '--due-within', value: options.dueWithin ?? '', expected: '10' });
    return exitCode.usage;
  }
  return withCases(options, io, (cases, on) => {
    const { enterprise, town, overdue, open } = options;
    const filter = {
      ...(enterprise === undefined ? {} : { enterprise }),
      ...(town === undefined ? {} : { town }),
      ...(stage === undefined ? {} : { stage }),
      ...(dueWithinDays === undefined ? {} : { dueWithinDays }),
      ...(overdue === undefined ? {} : { overdue }),
      ...(open === undefined ? {} : { open }),
    };
    const found = filterCases(cases.values(), filter, on);
    if (options.json === true)
      io.print(
        JSON.stringify(
          found.map((it) => documentOf(it, on)),
          null,
          2,
        ),
      );
    else {
      for (const line of alignCells(found.map((it) => caseLine(it, on, io)))) io.print(line);
      io.note(io.say('rectification.case-count', { count: found.length, on }));
    }
    return exitCode.done;
  });
}

/** Shows one case as it stood on a day, act by act. */
export function showOne(id: string, options: ListOptions, io: Terminal): number {
  return withCases(options, io, (cases, on) => {
    const state = cases.get(id);
    if (state === undefined) {
      io.fail('rectification.no-case', { case: id });
      return exitCode.usage;
    }
    io.print(options.json === true ? JSON.stringify(documentOf(state, on), null, 2) : caseText(state, on, io));
    return exitCode.done;
  });
}

function withCases(
  options: ListOptions,
  io: Terminal,
  work: (cases: ReadonlyMap<string, CaseState>, on: string) => number,
): number {
  if (options.on !== undefined && !calendarDate.safeParse(options.on).success) {
    io.fail('cli.bad-option', { option: '--on', value: options.on, expected: '2018-02-01' });
    return exitCode.usage;
  }
  const register = openRegister(options.register, io);
  if (register === undefined) return exitCode.usage;
  try {
    const on = options.on ?? localDate(systemClock.now().utc);
    return work(registerState(register.entries(), options.on).cases, on);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.fail('rectification.no-register', { file: options.register, message });
    return exitCode.usage;
  } finally {
    register.close();
  }
}

/** A case for machines, with what is derived from its dates. */
function documentOf(state: CaseState, on: string) {
  const { opened, stage, grade, limit, since, arrangements, rechecks, proposals, decisions, moves, seen, lastEntry } =
    state;
  return {
    case: opened.case,
    on,
    stage,
    since,
    grade,
    overdue: isOverdue(state, on),
    ...(limit === undefined ? {} : { limit }),
    opened,
    arrangements,
    rechecks,
    proposals,
    decisions,
    moves,
    seen,
    entry: lastEntry,
  };
}
