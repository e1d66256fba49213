import { type Clock, simulatedClock, systemClock } from '../../../src/protocols/index.ts';
import { durationMs } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';
import type { WrittenWatch } from './verb.ts';

/** A parsed command line of `watch`. */
export interface WatchOptions {
  readonly plantFile: string;
  /** Empty = every function that has causes and effects. */
  readonly functions: readonly string[];
  readonly forMs: number;
  readonly everyMs: number;
  readonly demands: number;
  readonly testFile?: string;
  readonly requests: boolean;
  readonly out: string;
  readonly json: boolean;
  readonly clock: Clock;
}

const shortestMs = 100;
const longestForMs = 24 * 3_600_000;

/** Parses the options; says every fault of them at once and gives undefined when there is one. */
export function readWatchOptions(plantFile: string, written: WrittenWatch, io: Terminal): WatchOptions | undefined {
  let isFaulty = false;
  const fault = (option: string, value: string, expected: string) => {
    io.fail('cli.bad-option', { option, value, expected });
    isFaulty = true;
    return 0;
  };
  const duration = (option: '--for' | '--every', value: string, expected: string, least: number, most: number) => {
    const parsed = durationMs.safeParse(value);
    const isFitting = parsed.success && parsed.data >= least && parsed.data <= most;
    return isFitting ? Math.round(parsed.data) : fault(option, value, expected);
  };
  const forMs = duration('--for', written.for, '30min', 1000, longestForMs);
  const everyMs = duration('--every', written.every, '500ms', shortestMs, 60_000);
  const demands = /^\d{1,3}$/.test(written.demands)
    ? Number(written.demands)
    : fault('--demands', written.demands, '1');
  const simulated = written.simulatedTime === undefined ? undefined : Date.parse(written.simulatedTime);
  if (simulated !== undefined && Number.isNaN(simulated))
    fault('--simulated-time', written.simulatedTime ?? '', '2018-02-01T10:00:00+08:00');
  if (isFaulty) return undefined;
  return {
    plantFile,
    functions: [...new Set(written.function)],
    forMs,
    everyMs,
    demands,
    ...(written.test === undefined ? {} : { testFile: written.test }),
    requests: written.requests === true,
    out: written.out,
    json: written.json === true,
    clock: simulated === undefined ? systemClock : simulatedClock(simulated),
  };
}
