import { deadlineIn, type ProbeReport, probeEndpoint, systemClock } from '../../../src/protocols/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { plainOf } from './plain-of.ts';
import { showReport } from './show-report.ts';
import { subjectsOf } from './subjects-of.ts';

/** One controller may take this long; what was not answered by then is a fault. */
const mostMs = 120_000;

/** Probes one endpoint after the other and prints what came; 3 where one did not answer. */
export async function probeAll(what: string, asJson: boolean, io: Terminal): Promise<number> {
  const subjects = await subjectsOf(what, io);
  if (subjects === undefined) return exitCode.usage;
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  let exchanges = 0;
  const wiring = {
    clock: systemClock,
    tap: () => undefined,
    nextExchange: () => {
      exchanges += 1;
      return exchanges;
    },
    signal: stop.signal,
  };
  const reports: ProbeReport[] = [];
  try {
    for (const { target, points } of subjects) {
      const report = await probeEndpoint(target, points, wiring, deadlineIn(mostMs));
      reports.push(report);
      if (!asJson) io.print(showReport(target.controller, report, io));
    }
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
  if (asJson) io.print(JSON.stringify(plainOf(reports, io.language), null, 2));
  if (stop.signal.aborted) return exitCode.interrupted;
  return reports.every(({ fault }) => fault === undefined) ? exitCode.done : exitCode.inconclusive;
}
