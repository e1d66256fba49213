import { say } from '../../../src/messages/index.ts';
import { browseEndpoint, deadlineIn, describeFault, parseEndpoint, systemClock } from '../../../src/protocols/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { csvOf, linesOf } from './table-of-nodes.ts';

const timeoutMs = 10_000;
const gently = { gapMs: 100, maxInFlight: 1, connectTimeoutMs: timeoutMs, requestTimeoutMs: timeoutMs };

/** The whole look may take this long, and tell so many nodes. */
const [mostMs, mostNodes] = [600_000, 100_000];

/** Prints the address space of a server; 3 where it did not answer, or not everything was seen. */
export async function browseServer(written: string, form: 'json' | 'csv' | 'lines', io: Terminal): Promise<number> {
  const endpoint = parseEndpoint(written);
  if (!endpoint.ok) {
    io.note(say(endpoint.because, io.language));
    return exitCode.usage;
  }
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
  const { url } = endpoint.value;
  try {
    const target = { controller: url, endpoints: [endpoint.value] as const, pacing: gently };
    const report = await browseEndpoint(target, wiring, deadlineIn(mostMs), mostNodes);
    if (report === undefined) {
      io.fail('browse.only-opcua', { protocol: endpoint.value.protocol });
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
