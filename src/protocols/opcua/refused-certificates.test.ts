import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { opcuaPoint } from '../../../fixtures/contracts/opcua-points.ts';
import { startOpcuaServer } from '../../../fixtures/simulators/opcua/index.ts';
import { say } from '../../messages/index.ts';
import { systemClock } from '../clock.ts';
import { deadlineIn } from '../deadline.ts';
import { describeFault } from '../describe-fault.ts';
import type { Exchange } from '../exchange.ts';
import type { Security } from '../target.ts';
import { isForAnotherHost } from './hosts-of-certificate.ts';
import { askOpcuaCertificates, openOpcuaReader, trustOpcuaCertificate } from './index.ts';

// A state folder of its own: what is trusted here is trusted nowhere else.
const state = mkdtempSync(join(tmpdir(), 'tripline-refused-'));
process.env['XDG_STATE_HOME'] = state;
afterAll(() => rmSync(state, { recursive: true, force: true }));

const dayMs = 86_400_000;
const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 20_000, requestTimeoutMs: 20_000 };
const point = opcuaPoint('TT-101', 'ns=2;s=TT-101', 'float32');

/** A server with this certificate, which somebody has trusted: what comes of reading from it, and what was sent. */
async function readFrom(
  certificate: Parameters<typeof startOpcuaServer>[1]['certificate'] & object,
  accepting: Pick<Security, 'otherHostInCertificate'> = {},
) {
  const server = await startOpcuaServer(
    {
      controller: 'DCS',
      points: [point],
      identity: {},
      clock: systemClock,
      valueOf: () => 12.5,
      statusOf: () => ({ quality: 'good', changedAt: Date.now() }),
      failureOf: () => undefined,
      runState: () => 'run',
      clockSkewMs: () => 0,
      silent: () => false,
    },
    { port: 0, certificate },
  );
  const taps: Exchange[] = [];
  const wiring = {
    clock: systemClock,
    tap: (one: Exchange) => void taps.push(one),
    nextExchange: () => taps.length + 1,
    signal: new AbortController().signal,
  };
  const security = { mode: 'SignAndEncrypt', policy: 'Basic256Sha256', ...accepting } as const;
  const endpoints = [{ protocol: 'opcua', url: server.url }] as const;
  const target = { controller: 'DCS', endpoints, pacing, security };
  try {
    const shown = await askOpcuaCertificates(target, wiring, deadlineIn(40_000));
    if ('kind' in shown) throw new Error(shown.kind);
    for (const each of shown) await trustOpcuaCertificate(each);
    taps.length = 0;
    const reader = openOpcuaReader(target, wiring);
    try {
      return { fault: await reader.connect(deadlineIn(40_000)), shown, kinds: taps.map(({ kind }) => kind) };
    } finally {
      await reader.close();
    }
  } finally {
    await server.close();
  }
}

describe('a trusted certificate', () => {
  const here = ['127.0.0.1'];

  it('that has expired lets no reader in, and says what to do', async () => {
    const { fault, kinds } = await readFrom({ hosts: here, validFrom: new Date(Date.now() - 30 * dayMs), days: 10 });
    expect(fault).toMatchObject({ kind: 'refused', name: 'BadCertificateTimeInvalid' });
    expect(kinds).not.toContain('session');
    const said = fault && describeFault(fault);
    expect(said).toEqual({ key: 'trust.fault-out-of-date' });
    expect(said && say(said, 'zh')).toMatch(/有效期.*security/);
    expect(said && say(said, 'en')).toMatch(/not valid today.*security/);
  }, 60_000);

  it('of another host lets no reader in, points to the endpoint, and trust shows its hosts', async () => {
    const certificate = { hosts: ['dcs.example', '192.0.2.7'], validFrom: new Date(Date.now() - dayMs), days: 10 };
    const { fault, kinds, shown } = await readFrom(certificate);
    expect(fault).toMatchObject({ kind: 'refused', name: 'BadCertificateHostNameInvalid' });
    expect(kinds).not.toContain('session');
    expect(shown).toMatchObject([{ hosts: certificate.hosts }]);
    const said = fault && describeFault(fault);
    expect(said).toEqual({ key: 'trust.fault-other-host' });
    expect(said && say(said, 'zh')).toMatch(/主机.*endpoint.*other_host_in_certificate: accepted/);
    expect(said && say(said, 'en')).toMatch(/another host.*endpoint.*other_host_in_certificate: accepted/);
  }, 60_000);

  it('of another host lets it in where the plant file accepts that in words, but not when it has expired', async () => {
    const accepting = { otherHostInCertificate: true } as const;
    const certificate = { hosts: ['dcs.example'], validFrom: new Date(Date.now() - 30 * dayMs), days: 60 };
    const { fault, kinds } = await readFrom(certificate, accepting);
    expect(fault).toBeUndefined();
    expect(kinds).toContain('session');
    const expired = await readFrom({ ...certificate, days: 10 }, accepting);
    expect(expired.fault).toMatchObject({ kind: 'refused', name: 'BadCertificateTimeInvalid' });
  }, 60_000);

  it('that is valid and names the host lets it in', async () => {
    const { fault } = await readFrom({ hosts: here, validFrom: new Date(Date.now() - dayMs), days: 10 });
    expect(fault).toBeUndefined();
  }, 60_000);
});

describe('isForAnotherHost', async () => {
  const forge = (await import('node-forge')).default;
  const keys = forge.pki.rsa.generateKeyPair(1024);
  const certificateFor = (
    names: readonly { readonly type: number; readonly value?: string; readonly ip?: string }[],
  ) => {
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = keys.publicKey;
    certificate.setSubject([{ name: 'commonName', value: 'dcs' }]);
    certificate.setIssuer([{ name: 'commonName', value: 'dcs' }]);
    certificate.setExtensions([{ name: 'subjectAltName', altNames: names }]);
    certificate.sign(keys.privateKey, forge.md.sha256.create());
    return new X509Certificate(forge.pki.certificateToPem(certificate));
  };
  const [uri, dns, ip] = [6, 2, 7] as const;
  const named = certificateFor([
    { type: uri, value: 'urn:dcs' },
    { type: dns, value: 'DCS-1.plant' },
    { type: ip, ip: '192.0.2.7' },
  ]);

  it.each([
    ['its name', 'opc.tcp://dcs-1.plant:4840', false],
    ['its address', 'opc.tcp://192.0.2.7:4840', false],
    ['another name', 'opc.tcp://dcs-2.plant:4840/path', true],
    ['another address', 'opc.tcp://192.0.2.8', true],
    ['its subject, which is no host', 'opc.tcp://dcs:4840', true],
  ])('judges a certificate that names hosts against %s', (_, url, expected) => {
    expect(isForAnotherHost(named, url)).toBe(expected);
  });

  it('has nothing against a certificate that names none', () => {
    expect(isForAnotherHost(certificateFor([{ type: uri, value: 'urn:dcs' }]), 'opc.tcp://192.0.2.7')).toBe(false);
  });
});
