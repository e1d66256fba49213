import {
  deadlineIn,
  exchangeNumbers,
  type ProbeReport,
  probeEndpoint,
  systemClock,
} from '../../../src/protocols/index.ts';
import { exitCode } from '../../exit-code.ts';
import { followProbe } from '../../progress/follow-probe.ts';
import { stopOnInterrupt } from '../../stop-on-interrupt.ts';
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
  const followed = await followProbe(
    subjects.map(({ target }) => ({ id: target.controller, endpoint: target.endpoints[0].url })),
    io,
  );
  const stop = stopOnInterrupt();
  const wiring = {
    clock: systemClock,
    tap: () => undefined,
    nextExchange: exchangeNumbers(),
    signal: stop.signal,
  };
  const reports: ProbeReport[] = [];
  try {
    for (const { target, points } of subjects) {
      const report = await probeEndpoint(target, points, wiring, deadlineIn(mostMs));
      reports.push(report);
      followed.probed(target.controller, report.fault);
      if (stop.signal.aborted) break;
    }
  } finally {
    await followed.end();
    stop.dispose();
  }
  // After the progress, so that results stand together.
  if (!asJson)
    for (const [index, report] of reports.entries())
      io.print(showReport(subjects[index]?.target.controller ?? '', report, io));
  if (asJson) io.print(JSON.stringify(plainOf(reports, io.language), null, 2));
  if (stop.signal.aborted) return exitCode.interrupted;
  return reports.every(({ fault }) => fault === undefined) ? exitCode.done : exitCode.inconclusive;
}
