import type { Selector } from '../../../src/audit/index.ts';
import { type Clock, simulatedClock, systemClock } from '../../../src/protocols/index.ts';
import { calendarDate, durationMs, shippedPackIds } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';
import { readOnly } from './read-only.ts';

/** A parsed command line of `audit`. */
export interface AuditOptions {
  readonly plantFile: string;
  readonly packs: readonly string[];
  /** Whether the packs were named; otherwise they are all that ship. */
  readonly arePacksNamed?: boolean;
  /** An interrupted audit to go on with: its folder or its evidence. */
  readonly resume?: string;
  readonly lawDate?: string;
  readonly windowMs?: number;
  readonly everyMs?: number;
  /** What to judge only; absent = everything. */
  readonly only?: readonly Selector[];
  readonly out: string;
  /** Fixed name and folder of the audit; otherwise the next free ones below `out`. */
  readonly as?: { readonly id: string; readonly folder: string };
  readonly json: boolean;
  /** Where the user's confirmations of facts stand; default: in the state folder. */
  readonly confirmations?: string;
  /** A second implementation reads the trip-critical points again. */
  readonly witness?: boolean;
  /** The record travels within the report. */
  readonly attachRecord?: boolean;
  /** Evidence of watches, or folders of them, whose records are to be used. */
  readonly demands?: readonly string[];
  readonly clock: Clock;
}

/** Parses the options; says every fault of them at once and gives undefined when there is one. */
export function readOptions(
  plantFile: string,
  written: {
    readonly lawDate?: string;
    readonly pack: readonly string[];
    readonly window?: string;
    readonly every?: string;
    readonly only?: readonly string[];
    readonly resume?: string;
    readonly out: string;
    readonly json?: boolean;
    readonly simulatedTime?: string;
    readonly witness?: boolean;
    readonly confirmations?: string;
    readonly attachRecord?: boolean;
    readonly demand?: readonly string[];
  },
  io: Terminal,
): AuditOptions | undefined {
  let faulty = false;
  const fault = (option: string, value: string, expected: string) => {
    io.fail('cli.bad-option', { option, value, expected });
    faulty = true;
  };
  if (written.lawDate !== undefined && !calendarDate.safeParse(written.lawDate).success) {
    fault('--law-date', written.lawDate, '2018-02-01');
  }
  const duration = (option: string, value: string | undefined, expected: string) => {
    if (value === undefined) return undefined;
    const parsed = durationMs.safeParse(value);
    if (!parsed.success) fault(option, value, expected);
    return parsed.data === undefined ? undefined : Math.round(parsed.data);
  };
  const windowMs = duration('--window', written.window, '60s');
  const everyMs = duration('--every', written.every, '500ms');
  if (everyMs === 0) fault('--every', written.every ?? '', '500ms');
  const { only: writtenOnly = [] } = written;
  const only = readOnly(writtenOnly, io);
  const simulated = written.simulatedTime === undefined ? undefined : Date.parse(written.simulatedTime);
  if (simulated !== undefined && Number.isNaN(simulated)) {
    fault('--simulated-time', written.simulatedTime ?? '', '2018-02-01T10:00:00+08:00');
  }
  if (faulty || only === undefined) return undefined;
  return {
    plantFile,
    // The preconditions of the audit itself are always judged.
    // Where none is asked for, everything that ships: what the law asks may not be missing because nobody named its pack.
    packs: written.pack.length === 0 ? shippedPackIds() : [...new Set([...written.pack, 'house'])],
    arePacksNamed: written.pack.length > 0,
    ...(written.resume === undefined ? {} : { resume: written.resume }),
    ...(written.lawDate === undefined ? {} : { lawDate: written.lawDate }),
    ...(windowMs === undefined ? {} : { windowMs }),
    ...(everyMs === undefined ? {} : { everyMs }),
    ...(only.length === 0 ? {} : { only }),
    out: written.out,
    json: written.json === true,
    witness: written.witness === true,
    attachRecord: written.attachRecord === true,
    demands: written.demand ?? [],
    ...(written.confirmations === undefined ? {} : { confirmations: written.confirmations }),
    clock: simulated === undefined ? systemClock : simulatedClock(simulated),
  };
}
