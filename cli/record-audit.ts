import { setMaxListeners } from 'node:events';
import { type AuditEnd, type AuditRequest, createSqliteLog, runAudit } from '../src/audit/index.ts';
import { askWitness, type Clock, openReader } from '../src/protocols/index.ts';
import type { Logins } from './logins.ts';
import { targetOf } from './target-of.ts';
import type { Terminal } from './terminal.ts';
import { controllerLine } from './verbs/audit/controller-line.ts';
import { version } from './version.ts';

/** Runs an audit into a new evidence file, over real connections, until it ends or the operator stops it. */
export async function recordAudit(
  request: Omit<AuditRequest, 'tripline'>,
  file: string,
  { clock, logins, witness }: { readonly clock: Clock; readonly logins: Logins; readonly witness: boolean },
  io: Terminal,
): Promise<AuditEnd> {
  const log = createSqliteLog(file);
  const stop = new AbortController();
  // Every request in flight of every controller listens to it.
  setMaxListeners(0, stop.signal);
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  let exchanges = 0;
  try {
    return await runAudit(
      { ...request, tripline: version },
      {
        clock,
        signal: stop.signal,
        nextExchange: () => {
          exchanges += 1;
          return exchanges;
        },
        log,
        openReader,
        ...(witness ? { askWitness } : {}),
        targetOf: (controller, endpoint) => targetOf(controller, endpoint, logins),
        progress: (controller) => {
          if (io.quiet !== true) io.note(controllerLine(controller, io));
        },
      },
    );
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    // Whatever stopped the run: what was seen until then is on record.
    log.close();
  }
}
