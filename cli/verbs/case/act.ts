import {
  type CaseState,
  type Move,
  type Moved,
  moveSchema,
  refusalOf,
  registerState,
  type Settings,
} from '../../../src/rectification/index.ts';
import { type ActOptions, type ActTime, timeOf } from '../../act-options.ts';
import { appendEntries } from '../../append-entries.ts';
import { exitCode } from '../../exit-code.ts';
import { openRegister } from '../../open-register.ts';
import { openSettings } from '../../open-settings.ts';
import type { Terminal } from '../../terminal.ts';
import { caseLine } from './show-case.ts';

/** What a subcommand makes of its options: a move as written, which is parsed before it is judged. */
export type MakeMove = (context: {
  readonly state: CaseState;
  readonly time: ActTime;
  readonly settings: Settings;
}) => Readonly<Record<string, unknown>> | undefined;

/** Does one act on one case: reads the register, judges the move, writes it, or says why not. */
export function act(id: string, options: ActOptions, makeMove: MakeMove, io: Terminal): number {
  const time = timeOf(options, io);
  const settings = openSettings(options.settings, io);
  if (time === undefined || settings === undefined) return exitCode.usage;
  const register = openRegister(options.register, io);
  if (register === undefined) return exitCode.usage;
  try {
    const entries = register.entries();
    const state = registerState(entries).cases.get(id);
    if (state === undefined) {
      io.fail('rectification.no-case', { case: id });
      return exitCode.usage;
    }
    if (options.seen !== undefined && Number(options.seen) !== state.lastEntry) {
      const by = state.moves.at(-1)?.by ?? state.opened.by;
      io.fail('rectification.case-changed', { case: id, seen: options.seen, number: state.lastEntry, by });
      return exitCode.usage;
    }
    const made = makeMove({ state, time, settings });
    if (made === undefined) return exitCode.usage;
    const move = moveSchema.safeParse(made);
    if (!move.success) {
      for (const { path, message } of move.error.issues)
        io.fail('rectification.bad-move', { path: path.map(String).join('.'), because: message });
      return exitCode.usage;
    }
    const moved = movedOf(id, move.data, options, time);
    const refusal = refusalOf(state, moved, time.today);
    if (refusal !== undefined) {
      io.fail(refusal.key, refusal.with);
      return exitCode.usage;
    }
    const written = appendEntries(register, [{ kind: 'case-moved', body: moved }], entries.length, io);
    if (written === undefined) return exitCode.usage;
    const after = registerState([...entries, ...written]).cases.get(id);
    if (after !== undefined) {
      if (options.json === true) io.print(JSON.stringify({ case: id, stage: after.stage, entry: after.lastEntry }));
      else io.print(caseLine(after, time.today, io));
    }
    return exitCode.done;
  } catch (error) {
    io.fail('rectification.no-register', {
      file: options.register,
      message: error instanceof Error ? error.message : String(error),
    });
    return exitCode.usage;
  } finally {
    register.close();
  }
}

function movedOf(id: string, move: Move, options: ActOptions, time: ActTime): Moved {
  return {
    case: id,
    date: time.date,
    by: options.by ?? '',
    ...(options.document === undefined ? {} : { document: options.document }),
    ...(options.evidence === undefined ? {} : { evidence: [...options.evidence] }),
    move,
    recordedAt: time.recordedAt,
  };
}
