import type { ServerCertificate } from '../../../src/protocols/index.ts';
import type { Terminal } from '../../terminal.ts';

/** A certificate as a person compares it: who, by whom, its fingerprint, from when to when, and where it is used. */
export function showCertificate(certificate: ServerCertificate, now: number, io: Terminal): string {
  const { subject, issuer, fingerprint, validFrom, validTo, hosts, usedBy, trusted } = certificate;
  const outOfDate = now < validFrom || now > validTo;
  return [
    io.say('trust.subject', { subject }),
    issuer === subject ? io.say('trust.self-signed') : io.say('trust.issuer', { issuer }),
    io.say('trust.fingerprint', { fingerprint }),
    io.say('trust.validity', { from: dayOf(validFrom), to: dayOf(validTo) }),
    io.say('trust.hosts', { hosts: hosts.length === 0 ? io.say('trust.no-hosts') : hosts.join(', ') }),
    io.say('trust.used-by', { endpoints: usedBy.join(', ') }),
    ...(outOfDate ? [io.say('trust.out-of-date')] : []),
    ...(trusted ? [io.say('trust.already')] : []),
    '',
  ].join('\n');
}

function dayOf(time: number): string {
  return Number.isNaN(time) ? '?' : new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
