import {
  browseEndpoint,
  deadlineIn,
  describeFault,
  exchangeNumbers,
  systemClock,
} from '../../../src/protocols/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { serverOf } from './server-of.ts';
import { csvOf, linesOf } from './table-of-nodes.ts';

/** The whole look may take this long, and tell so many nodes. */
const [mostMs, mostNodes] = [600_000, 100_000];

/** How the address space is printed, and whose it is where a plant file has several servers. */
export interface BrowseOptions {
  readonly form: 'json' | 'csv' | 'lines';
  readonly controller?: string | undefined;
}

/** Prints the address space of a server; 3 where it did not answer, or not everything was seen. */
export async function browseServer(written: string, options: BrowseOptions, io: Terminal): Promise<number> {
  const target = await serverOf(written, options.controller, io);
  if (target === undefined) return exitCode.usage;
  const { form } = options;
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  const wiring = {
    clock: systemClock,
    tap: () => undefined,
    nextExchange: exchangeNumbers(),
    signal: stop.signal,
  };
  const [{ url, protocol }] = target.endpoints;
  try {
    const report = await browseEndpoint(target, wiring, deadlineIn(mostMs), mostNodes);
    if (report === undefined) {
      io.fail('browse.only-opcua', { protocol });
      return exitCode.usage;
    }
    const { fault, nodes, unseen, isWhole, requests } = report;
    if (form === 'json') io.print(JSON.stringify(report, null, 2));
    else if (nodes.length > 0) io.print(form === 'csv' ? csvOf(nodes) : linesOf(nodes));
    if (fault !== undefined) io.fail('browse.no-answer', { url, fault: describeFault(fault) });
    for (const each of unseen) io.fail('browse.unseen', { path: each.path || '/', fault: describeFault(each.fault) });
    if (!isWhole && fault === undefined && unseen.length === 0) io.fail('browse.not-whole', { nodes: nodes.length });
    io.note(io.say('browse.count', { nodes: nodes.length, requests }));
    if (stop.signal.aborted) return exitCode.interrupted;
    return isWhole && fault === undefined && unseen.length === 0 ? exitCode.done : exitCode.inconclusive;
  } finally {
    process.removeListener('SIGINT', onInterrupt);
  }
}
