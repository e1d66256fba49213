import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/messages/index.ts';
import { runVerb } from '../../run-verb.test-data.ts';
import { certificates } from './examine/certificates.ts';
import { clockOf } from './examine/clocks-of-plant.ts';
import { consoleEncoding } from './examine/console-encoding.ts';
import { disk } from './examine/disk.ts';
import { fonts } from './examine/fonts.ts';
import { nativeModules } from './examine/native-modules.ts';
import { nodeVersion } from './examine/node-version.ts';
import { ownClock } from './examine/own-clock.ts';
import { timeZone } from './examine/time-zone.ts';

const folder = mkdtempSync(join(tmpdir(), 'tripline-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the doctor', () => {
  it.each([
    ['ill', '18.20.0'],
    ['ill', '20.18.1'],
    ['well', '20.19.0'],
    ['well', '24.1.0'],
    ['ill', '25.0.0'],
  ])('says %s to Node %s', (is, version) => {
    expect(nodeVersion(version)).toMatchObject({ is });
  });

  it('calls a computer without SQLite ill, one without serial ports no more than that', async () => {
    const broken = async (name: string) => {
      if (name === 'better-sqlite3') throw new Error('was compiled against a different Node.js version\nmore');
    };
    const [sqlite] = await nativeModules(broken);
    expect(sqlite).toMatchObject({ is: 'ill', says: { with: { because: expect.not.stringContaining('\n') } } });
    const [, serial] = await nativeModules(async (name) => {
      if (name === 'serialport') throw new Error('not found');
    });
    expect(serial).toMatchObject({ is: 'remark' });
  });

  it('looks for every font', () => {
    expect(fonts()).toMatchObject({ is: 'well' });
    expect(fonts((name) => join(folder, name))).toMatchObject({ is: 'ill' });
  });

  it('remarks on another time zone', () => {
    expect(timeZone(-480, 'Asia/Shanghai')).toMatchObject({ is: 'well' });
    expect(timeZone(0, 'UTC')).toMatchObject({ is: 'remark' });
  });

  it('knows a clock that cannot be right', () => {
    expect(ownClock(Date.parse('2018-02-01T00:00:00Z'))).toMatchObject({ is: 'ill' });
    expect(ownClock(Date.now())).toMatchObject({ is: 'well' });
  });

  it.each([
    ['well', 3000],
    ['ill', 47_000],
    ['ill', 3_600_000],
  ])('says %s to a controller that is %i ms ahead', (is, ahead) => {
    const at = { utc: 1_517_450_400_000, monotonicMs: 0 };
    const symptom = clockOf('SIS', undefined, { says: at.utc + ahead, at, hasZone: true });
    expect(symptom).toMatchObject({ is });
    if (is === 'ill') expect(symptom.advice?.key).toBe(ahead > 1e6 ? 'doctor.clock-hours' : 'doctor.clock-advice');
  });

  it('does not call a clock well that it could not read', () => {
    const fault = { kind: 'timeout', during: 'connect', afterMs: 2000 } as const;
    expect(clockOf('GDS', fault, undefined)).toMatchObject({
      is: 'unknown',
      advice: { with: { commands: 'tripline explain timeout-connect' } },
    });
    expect(clockOf('GDS', undefined, undefined)).toMatchObject({ is: 'remark' });
  });

  it('wants room and rights on the disk', () => {
    expect(disk(join(folder, 'not', 'there'), () => 4000)).toMatchObject({ is: 'well', says: { with: { folder } } });
    expect(disk(folder, () => 12)).toMatchObject({ is: 'ill' });
    expect(
      disk(folder, () => {
        throw new Error('EIO');
      }),
    ).toMatchObject({ is: 'ill' });
  });

  it('looks at certificates of our own and of servers', () => {
    expect(certificates(join(folder, 'none'), 0)).toMatchObject([{ is: 'well' }]);
    const own = join(folder, 'state', 'pki', 'own', 'certs');
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'client_certificate.pem'), certificateOf2026To2035());
    writeFileSync(join(own, 'other.pem'), 'nothing');
    const on = (date: string) => certificates(join(folder, 'state'), Date.parse(date)).map(({ is }) => is);
    expect(on('2026-01-10')).toEqual(['well', 'unknown']);
    expect(on('2035-12-20')).toEqual(['well', 'remark', 'unknown']);
    expect(on('2037-01-01')).toEqual(['well', 'ill', 'unknown']);
    expect(on('2025-01-01')).toEqual(['well', 'ill', 'unknown']);
  });

  it.each([
    ['well', 'linux', { LANG: 'zh_CN.UTF-8' }, true],
    ['remark', 'linux', { LANG: 'C' }, true],
    ['remark', 'linux', { LANG: 'zh_CN.GBK' }, true],
    ['remark', 'win32', {}, true],
    ['well', 'win32', { WT_SESSION: '1' }, true],
    ['well', 'win32', {}, false],
  ] as const)('says %s to a terminal on %s with %j', (is, platform, env, isTerminal) => {
    expect(consoleEncoding(platform, env, isTerminal)).toMatchObject({ is });
  });

  it('prints one line for each thing, or one document, and says 0 where nothing is wrong', async () => {
    const said = await runVerb(['doctor', '--out', folder], 'zh');
    expect(said).toMatchObject({ code: 0, err: '' });
    for (const key of Object.keys(catalogue.zh).filter((each) => each.startsWith('doctor.of-')))
      expect(said.out).toContain(catalogue.zh[key as keyof typeof catalogue.zh]);
    const document = await runVerb(['doctor', '--out', folder, '--json'], 'en');
    expect(JSON.parse(document.out)).toContainEqual(expect.objectContaining({ of: 'node', is: 'well' }));
  });

  it('says 2 to a plant file with faults and connects to nothing', async () => {
    expect(await runVerb(['doctor', join(folder, 'no-plant.yaml')], 'en')).toMatchObject({ code: 2, out: '' });
  });
});

function certificateOf2026To2035(): string {
  const keys = forge.pki.rsa.generateKeyPair(1024);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.validity.notBefore = new Date('2026-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date('2036-01-01T00:00:00Z');
  certificate.setSubject([{ name: 'commonName', value: 'tripline' }]);
  certificate.setIssuer([{ name: 'commonName', value: 'tripline' }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}
