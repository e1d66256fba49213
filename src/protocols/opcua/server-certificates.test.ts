import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opcuaPoint } from '../../../fixtures/contracts/opcua-points.ts';
import type { SimulatedServer } from '../../../fixtures/simulators/index.ts';
import { startOpcuaServer } from '../../../fixtures/simulators/opcua/index.ts';
import { systemClock } from '../clock.ts';
import { deadlineIn } from '../deadline.ts';
import { describeFault } from '../describe-fault.ts';
import type { Exchange } from '../exchange.ts';
import type { Security, Target } from '../target.ts';
import { askOpcuaCertificates, openOpcuaReader, trustOpcuaCertificate } from './index.ts';
import { ownCertificates } from './security.ts';

// A state folder of its own: what is trusted here is trusted nowhere else.
const state = mkdtempSync(join(tmpdir(), 'tripline-trust-'));
process.env['XDG_STATE_HOME'] = state;

const point = opcuaPoint('TT-101', 'ns=2;s=TT-101', 'float32');
const password = 'a-word-that-is-nowhere';
let server: SimulatedServer;

beforeAll(async () => {
  server = await startOpcuaServer(
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
    { port: 0, users: { auditor: password } },
  );
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(state, { recursive: true, force: true });
});

const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 20_000, requestTimeoutMs: 20_000 };
const target = (security?: Security): Target => ({
  controller: 'DCS',
  endpoints: [{ protocol: 'opcua', url: server.url }],
  pacing,
  ...(security === undefined ? {} : { security }),
});

function wiring() {
  const taps: Exchange[] = [];
  const signal = new AbortController().signal;
  const nextExchange = () => taps.length + 1;
  return { taps, wired: { clock: systemClock, tap: (one: Exchange) => void taps.push(one), nextExchange, signal } };
}

/** What comes of connecting and reading the point: its value, or the fault. */
async function readOver(security: Security) {
  const { taps, wired } = wiring();
  const reader = openOpcuaReader(target(security), wired);
  try {
    const fault = await reader.connect(deadlineIn(40_000));
    if (fault !== undefined) return { fault, taps };
    const [observation] = await reader.read([point], deadlineIn(20_000));
    return { value: observation?.kind === 'reading' ? observation.value : observation?.fault, taps };
  } finally {
    await reader.close();
  }
}

const policies = ['Basic256Sha256', 'Aes128_Sha256_RsaOaep', 'Aes256_Sha256_RsaPss'] as const;
const secured = policies.flatMap((policy) => [
  { mode: 'Sign', policy } as const,
  { mode: 'SignAndEncrypt', policy } as const,
]);

// In this order: before, the word of a person, after.
describe('the certificate of a server', () => {
  it('keeps a secured reader out before somebody has trusted it, and sends him to trust', async () => {
    const { fault, taps } = await readOver({ mode: 'SignAndEncrypt', policy: 'Basic256Sha256' });
    expect(fault).toMatchObject({ kind: 'refused', name: 'BadCertificateUntrusted' });
    expect(fault && describeFault(fault)).toEqual({ key: 'trust.fault-untrusted' });
    expect(taps.map(({ kind }) => kind)).not.toContain('session');
  });

  it('is shown without a session, with what a person compares, and trusted only when told', async () => {
    const { taps, wired } = wiring();
    const shown = await askOpcuaCertificates(target(), wired, deadlineIn(40_000));
    if ('kind' in shown) throw new Error(shown.kind);
    expect(shown).toHaveLength(1);
    const [certificate] = shown;
    if (certificate === undefined) throw new Error('no certificate');
    const digest = createHash('sha256').update(certificate.der).digest('hex').toUpperCase();
    expect(certificate.fingerprint.replaceAll(':', '')).toBe(digest);
    expect(certificate.trusted).toBe(false);
    expect(certificate.validFrom).toBeLessThan(Date.now());
    expect(certificate.validTo).toBeGreaterThan(Date.now());
    expect(certificate.usedBy).toEqual(expect.arrayContaining(secured.map(({ mode, policy }) => `${mode} ${policy}`)));
    expect(taps.map(({ what }) => what)).not.toContain('CreateSession, ActivateSession');
    expect(await askOpcuaCertificates(target(), wiring().wired, deadlineIn(40_000))).toMatchObject([
      { trusted: false },
    ]);

    expect(await trustOpcuaCertificate(certificate)).toContain(state);
    expect(await askOpcuaCertificates(target(), wiring().wired, deadlineIn(40_000))).toMatchObject([{ trusted: true }]);
  });

  it.each(secured)('once trusted lets a reader in over $mode $policy', async (security) => {
    expect(await readOver(security)).toMatchObject({ value: 12.5 });
  });
});

describe('a log-in', () => {
  const encrypted: Security = { mode: 'SignAndEncrypt', policy: 'Basic256Sha256' };

  it('reads with the right password, and writes it nowhere', async () => {
    const { value, taps } = await readOver({ ...encrypted, user: { name: 'auditor', password } });
    expect(value).toBe(12.5);
    const written = Buffer.concat(taps.flatMap(({ request, reply }) => [request, reply ?? Buffer.alloc(0)])).toString();
    expect(written).toContain('"user":"auditor"');
    expect(written).not.toContain(password);
  });

  it('is a fault with a wrong password, without a second try', async () => {
    const { fault, taps } = await readOver({ ...encrypted, user: { name: 'auditor', password: 'guess' } });
    expect(fault).toMatchObject({ kind: 'access-denied' });
    expect(taps.filter(({ what }) => what.startsWith('CreateSession'))).toHaveLength(1);
  });

  it('works with a certificate, whose key is written nowhere', async () => {
    const own = ownCertificates();
    await own.initialize();
    const key = readFileSync(own.privateKey, 'utf8');
    const certificate = await certificateOf(own, state);
    await own.dispose();
    const { value, taps } = await readOver({ ...encrypted, user: { certificate, key } });
    expect(value).toBe(12.5);
    const written = Buffer.concat(taps.flatMap(({ request, reply }) => [request, reply ?? Buffer.alloc(0)])).toString();
    expect(written).toContain('"user":"sha256:');
    expect(written).not.toContain('PRIVATE KEY');
  });

  it('sends a password over an open channel only where the plant has accepted that in words', async () => {
    const open: Security = { mode: 'None', policy: 'None', user: { name: 'auditor', password } };
    expect(await readOver(open)).toMatchObject({ fault: { name: 'BadSecurityModeInsufficient' }, taps: [] });
    expect(await readOver({ ...open, passwordOverNone: true })).toMatchObject({ value: 12.5 });
  });

  it('does not try an open channel after a secured log-in has failed', async () => {
    const { taps } = await readOver({
      mode: 'Sign',
      policy: 'Basic256Sha256',
      user: { name: 'auditor', password: 'x' },
    });
    expect(taps.filter(({ what }) => /OpenSecureChannel None/.test(what))).toHaveLength(1);
    const after = taps.slice(taps.findIndex(({ what }) => what.startsWith('CloseSecureChannel')) + 1);
    expect(after.some(({ what }) => what.includes('None'))).toBe(false);
  });
});

async function certificateOf(own: ReturnType<typeof ownCertificates>, folder: string): Promise<Buffer> {
  const file = join(folder, 'user.pem');
  const startDate = new Date(Date.now() - 60_000);
  await own.createSelfSignedCertificate({
    applicationUri: 'urn:tripline:test:user',
    subject: '/CN=auditor',
    dns: [],
    startDate,
    validity: 2,
    outputFile: file,
  });
  const { X509Certificate } = await import('node:crypto');
  return new X509Certificate(readFileSync(file)).raw;
}
