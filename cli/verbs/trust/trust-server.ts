import { createInterface } from 'node:readline/promises';
import { say } from '../../../src/messages/index.ts';
import {
  askCertificates,
  deadlineIn,
  describeFault,
  exchangeNumbers,
  parseEndpoint,
  type ServerCertificate,
  systemClock,
  trustCertificate,
} from '../../../src/protocols/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { showCertificate } from './show-certificate.ts';

const timeoutMs = 10_000;
const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: timeoutMs, requestTimeoutMs: timeoutMs };

/** Shows what the server shows, and trusts one certificate of it where its fingerprint was given or a person says yes. */
export async function trustServer(written: string, given: string | undefined, io: Terminal): Promise<number> {
  const endpoint = parseEndpoint(written);
  if (!endpoint.ok) {
    io.note(say(endpoint.because, io.language));
    return exitCode.usage;
  }
  const { protocol, url } = endpoint.value;
  if (protocol !== 'opcua') {
    io.fail('trust.only-opcua', { protocol });
    return exitCode.usage;
  }
  const certificates = await askCertificates(
    { controller: url, endpoints: [endpoint.value], pacing },
    {
      clock: systemClock,
      tap: () => undefined,
      nextExchange: exchangeNumbers(),
      signal: new AbortController().signal,
    },
    deadlineIn(3 * timeoutMs),
  );
  if ('kind' in certificates) {
    io.fail('trust.unreachable', { url, fault: describeFault(certificates) });
    return exitCode.inconclusive;
  }
  if (certificates.length === 0) {
    io.fail('trust.none', { url });
    return exitCode.inconclusive;
  }
  for (const certificate of certificates) io.print(showCertificate(certificate, Date.now(), io));
  return given === undefined ? await askEach(certificates, io) : await trustGiven(certificates, given, io);
}

async function trustGiven(certificates: readonly ServerCertificate[], given: string, io: Terminal): Promise<number> {
  const chosen = certificates.find(({ fingerprint }) => bare(fingerprint) === bare(given));
  if (chosen === undefined) {
    io.fail('trust.differs', { fingerprint: given });
    return exitCode.usage;
  }
  return await trustOne(chosen, io);
}

async function askEach(certificates: readonly ServerCertificate[], io: Terminal): Promise<number> {
  const unknown = certificates.filter(({ trusted }) => !trusted);
  if (unknown.length > 0 && process.stdin.isTTY !== true) {
    io.fail('trust.no-terminal', { fingerprint: unknown[0]?.fingerprint ?? '' });
    return exitCode.usage;
  }
  for (const certificate of unknown) {
    if (unknown.length > 1) io.print(io.say('trust.fingerprint', { fingerprint: certificate.fingerprint }));
    if (!(await saysYes(io))) {
      io.print(io.say('trust.declined'));
      return exitCode.notSatisfied;
    }
    await trustOne(certificate, io);
  }
  return exitCode.done;
}

async function saysYes(io: Terminal): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await asking.question(io.say('trust.ask'))).trim().toLowerCase() === 'yes';
  } finally {
    asking.close();
  }
}

async function trustOne(certificate: ServerCertificate, io: Terminal): Promise<number> {
  if (!certificate.trusted) {
    const folder = await trustCertificate(certificate);
    io.print(io.say('trust.done', { folder }));
  }
  return exitCode.done;
}

function bare(fingerprint: string): string {
  return fingerprint.replace(/[^0-9a-f]/gi, '').toUpperCase();
}
