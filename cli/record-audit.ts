import { setMaxListeners } from 'node:events';
import { type AuditEnd, type AuditRequest, continueSqliteLog, createSqliteLog, runAudit } from '../src/audit/index.ts';
import { askWitness, type Clock, exchangeNumbers, openReader } from '../src/protocols/index.ts';
import type { Logins } from './logins.ts';
import { followAudit } from './progress/follow-audit.ts';
import { stopOnInterrupt } from './stop-on-interrupt.ts';
import { targetOf } from './target-of.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Runs an audit into a new evidence file, over real connections, until it ends or the operator stops it. */
export async function recordAudit(
  request: Omit<AuditRequest, 'tripline'>,
  file: string,
  {
    clock,
    logins,
    witness,
    folder,
  }: { readonly clock: Clock; readonly logins: Logins; readonly witness: boolean; readonly folder: string },
  io: Terminal,
): Promise<AuditEnd> {
  const followed = await followAudit(io);
  const log = request.resume === undefined ? createSqliteLog(file) : continueSqliteLog(file);
  const stop = stopOnInterrupt();
  // Every request in flight of every controller listens to it.
  setMaxListeners(0, stop.signal);
  // One sequence for the whole record, also over an interruption.
  const before = (request.resume?.record.exchanges ?? []).reduce((last, { number }) => Math.max(last, number), 0);
  // Where everything comes from files, all of them are judged as of the moment to which all of them reach.
  const { observedAtMs: judgedAt } = request;
  const files = { folder, ...(judgedAt === undefined ? {} : { judgedAt }) };
  try {
    return await runAudit(
      { ...request, tripline: version },
      {
        clock,
        signal: stop.signal,
        nextExchange: exchangeNumbers(before),
        log,
        openReader,
        ...(witness ? { askWitness } : {}),
        targetOf: (controller, endpoint) => targetOf(controller, endpoint, logins, files),
        progress: followed.progress,
      },
    );
  } finally {
    await followed.end();
    stop.dispose();
    // Whatever stopped the run: what was seen until then is on record.
    log.close();
  }
}
