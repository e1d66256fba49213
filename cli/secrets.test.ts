import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derivePlantFile, SimulatedPlant } from '../fixtures/simulators/index.ts';
import { readEntries, readRecord } from '../src/audit/index.ts';
import { loadPlant } from '../src/plant/index.ts';
import { askCertificates, deadlineIn, parseEndpoint, systemClock, trustCertificate } from '../src/protocols/index.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const plantFile = path('../fixtures/plants/chlorination/plant.yaml');
const password = 'Kz7-nowhere!To-be,seen_4711';
const wrong = 'Qw3-also?Nowhere-at.all_0815';
const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPdftotext)
  console.info('the text of the PDF is not searched: pdftotext (Debian package poppler-utils) is absent');

let folder: string;
let plant: SimulatedPlant;
let userKey: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-secrets-'));
  // A state folder of its own: what is trusted here is trusted nowhere else.
  process.env['XDG_STATE_HOME'] = join(folder, 'state');
  const loaded = loadPlant(plantFile);
  if (!loaded.ok) throw new Error('the plant file has faults');
  plant = await SimulatedPlant.start(loaded.plant, { clock: systemClock, ports: 'free', users: { auditor: password } });
  await trustDcs();
  userKey = await userCertificate();
}, 120_000);
afterAll(async () => {
  await plant.close();
  rmSync(folder, { recursive: true, force: true });
});

async function trustDcs(): Promise<void> {
  const endpoint = parseEndpoint(`opc.tcp://127.0.0.1:${plant.ports['DCS']?.[0]}`);
  if (!endpoint.ok) throw new Error('no endpoint');
  const pacing = { gapMs: 0, maxInFlight: 1, connectTimeoutMs: 20_000, requestTimeoutMs: 20_000 };
  let exchanges = 0;
  const nextExchange = () => ++exchanges;
  const wiring = { clock: systemClock, tap: () => undefined, nextExchange, signal: new AbortController().signal };
  const shown = await askCertificates(
    { controller: 'DCS', endpoints: [endpoint.value], pacing },
    wiring,
    deadlineIn(30_000),
  );
  if (!Array.isArray(shown)) throw new Error(JSON.stringify(shown));
  for (const certificate of shown) await trustCertificate(certificate);
}

/** A key pair for a certificate user, beside the plant files that name it; gives the key as PEM. */
async function userCertificate(): Promise<string> {
  const forge = (await import('node-forge')).default;
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  certificate.setSubject([{ name: 'commonName', value: 'auditor' }]);
  certificate.setIssuer([{ name: 'commonName', value: 'auditor' }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  writeFileSync(join(folder, 'user.pem'), forge.pki.certificateToPem(certificate));
  const pem = forge.pki.privateKeyToPem(keys.privateKey);
  writeFileSync(join(folder, 'user.key'), pem);
  return pem;
}

/** The plant file with this security at the DCS. */
function plantWith(out: string, security: string): string {
  const file = derivePlantFile(plantFile, join(out, 'plant'), { ports: plant.ports });
  writeFileSync(file, readFileSync(file, 'utf8').replace('role: bpcs\n', `role: bpcs\n    security: ${security}\n`));
  return file;
}

/** Audits the plant with this security at the DCS, in a process of its own without a terminal. */
async function audit(name: string, security: string, login: string, ...flags: readonly string[]) {
  const out = join(folder, name);
  const file = plantWith(out, security);
  const args = [
    'audit',
    file,
    '--pack',
    path('../fixtures/packs/quick'),
    '--window',
    '1s',
    '--out',
    join(out, 'audit'),
  ];
  const { code, said } = await tripline([...args, ...flags], { DCS_LOGIN: login });
  const [id] = existsSync(join(out, 'audit')) ? readdirSync(join(out, 'audit')) : [];
  return { code, said, written: id === undefined ? undefined : join(out, 'audit', id) };
}

/** Runs the command line in a process of its own without a terminal; `said` is both outputs. */
async function tripline(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['--import', 'tsx', path('./main.ts'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => heard.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => heard.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said: Buffer.concat(heard) };
}

/** Everything that an audit said or wrote, as bytes; of the evidence every string of bytes in it, too. */
function tracesOf({ said, written }: { readonly said: Buffer; readonly written: string | undefined }) {
  if (written === undefined) return new Map([['output', said]]);
  const traces = new Map([['output', said]]);
  for (const file of readdirSync(written)) traces.set(file, readFileSync(join(written, file)));
  for (const { number, kind, body } of readEntries(join(written, 'audit.sqlite'))) {
    for (const [, hex = ''] of body.matchAll(/"\$hex":"([0-9a-f]*)"/g))
      traces.set(`bytes in entry ${number} ${kind}`, Buffer.from(hex, 'hex'));
  }
  if (hasPdftotext) traces.set('text of the report', spawnSync('pdftotext', [join(written, 'report.pdf'), '-']).stdout);
  return traces;
}

/** In which traces a secret stands, as it is or in the usual disguises. */
function leaksOf(secret: string | Buffer, traces: ReadonlyMap<string, Buffer>): readonly string[] {
  const plain = Buffer.from(secret);
  const wide = Buffer.from(plain.toString('latin1'), 'utf16le');
  const disguises = [plain, wide, Buffer.from(wide).swap16()].flatMap((bytes) => [
    bytes,
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('hex').toUpperCase()),
    // Base64 looks different at each of three places; the ends depend on what stands beside.
    ...[0, 1, 2].map((shift) => {
      const shifted = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
      return Buffer.from(shifted.slice(shift === 0 ? 0 : 4, -4));
    }),
  ]);
  return [...traces]
    .filter(([, bytes]) => disguises.some((disguise) => bytes.includes(disguise)))
    .map(([name]) => name);
}

describe('a secret', () => {
  it('would be found in every disguise', () => {
    const hidden = (bytes: Buffer) =>
      leaksOf(password, new Map([['here', Buffer.concat([Buffer.from('x: '), bytes])]]));
    const as = Buffer.from(`auditor:${password}\n`);
    expect(hidden(as)).toEqual(['here']);
    expect(hidden(Buffer.from(as.toString('hex')))).toEqual(['here']);
    for (const before of ['', 'a', 'ab']) {
      expect(hidden(Buffer.from(Buffer.from(`${before}${password}`).toString('base64')))).toEqual(['here']);
    }
    expect(hidden(Buffer.from(password, 'utf16le'))).toEqual(['here']);
    expect(hidden(Buffer.from(password.slice(1)))).toEqual([]);
  });

  it.each([
    ['encrypted', '{ mode: SignAndEncrypt, policy: Basic256Sha256, user: { env: DCS_LOGIN } }', '--json'],
    [
      'over-none',
      '{ mode: None, policy: None, user: { env: DCS_LOGIN }, password_over_none: accepted }',
      '--lang',
      'zh',
    ],
  ])(
    'in the log-in of a whole audit (%s) is in nothing that it says or writes',
    async (name, security, ...flags) => {
      const ran = await audit(name, security, `auditor:${password}`, ...flags);
      const traces = tracesOf(ran);
      const record = readRecord(readEntries(join(ran.written ?? '', 'audit.sqlite')));
      // The log-in was used: the controller that asks for it was read.
      const dcs = record.controllers.find(({ id }) => id === 'DCS');
      expect(dcs?.points.read, JSON.stringify(dcs)).toBeGreaterThan(0);
      expect(leaksOf(password, traces)).toEqual([]);
      const result = JSON.parse(readFileSync(join(ran.written ?? '', 'result.json'), 'utf8'));
      const shown = result.controllers.find(({ id }: { id: string }) => id === 'DCS').passwordOverNone;
      expect(shown).toBe(name === 'over-none' ? 'accepted' : undefined);
      if (hasPdftotext) {
        const printed = traces.get('text of the report')?.toString() ?? '';
        expect(printed.includes('password_over_none: accepted')).toBe(name === 'over-none');
      }
    },
    120_000,
  );

  it('that the server refuses is in no error', async () => {
    const security = '{ mode: SignAndEncrypt, policy: Basic256Sha256, user: { env: DCS_LOGIN } }';
    const ran = await audit('refused', security, `auditor:${wrong}`, '--quiet');
    const record = readRecord(readEntries(join(ran.written ?? '', 'audit.sqlite')));
    expect(record.controllers.find(({ id }) => id === 'DCS')?.fault).toMatchObject({ kind: 'access-denied' });
    expect(leaksOf(wrong, tracesOf(ran))).toEqual([]);
  }, 120_000);

  it('that is the key of a certificate user is in nothing', async () => {
    const user = `{ certificate: ${join(folder, 'user.pem')}, key: ${join(folder, 'user.key')} }`;
    const ran = await audit('certificate', `{ mode: SignAndEncrypt, policy: Aes256_Sha256_RsaPss, user: ${user} }`, '');
    const record = readRecord(readEntries(join(ran.written ?? '', 'audit.sqlite')));
    const dcs = record.controllers.find(({ id }) => id === 'DCS');
    expect(dcs?.points.read, JSON.stringify(dcs)).toBeGreaterThan(0);
    const lines = userKey.split(/\r?\n/).filter((line) => line.length === 64);
    expect(lines.length).toBeGreaterThan(15);
    // The first line holds nothing but lengths and the modulus, which is public.
    for (const line of lines.slice(8, 20)) {
      expect(leaksOf(line, tracesOf(ran))).toEqual([]);
      expect(leaksOf(Buffer.from(line, 'base64'), tracesOf(ran))).toEqual([]);
    }
  }, 120_000);

  it('opens the address space to browse over the declared security, and is not printed', async () => {
    const security = '{ mode: SignAndEncrypt, policy: Basic256Sha256, user: { env: DCS_LOGIN } }';
    const file = plantWith(join(folder, 'browse'), security);
    const browse = ['browse', file, '--csv', '--lang', 'en'];
    const ran = await tripline(browse, { DCS_LOGIN: `auditor:${password}` });
    expect(ran.code, ran.said.toString()).toBe(0);
    expect(ran.said.toString()).toContain('nodeId,path,nodeClass');
    expect(leaksOf(password, new Map([['output', ran.said]]))).toEqual([]);

    const missing = await tripline(browse, { DCS_LOGIN: undefined });
    expect(missing.code).toBe(2);
  }, 120_000);

  it('never makes browse fall back to an open channel where nobody has trusted the server', async () => {
    const file = plantWith(join(folder, 'untrusted'), '{ mode: SignAndEncrypt, policy: Basic256Sha256 }');
    const before = plant.requests().get('DCS')?.length ?? 0;
    const ran = await tripline(['browse', file, '--controller', 'DCS', '--lang', 'en'], {
      XDG_STATE_HOME: join(folder, 'nothing-trusted'),
    });
    expect(ran.code, ran.said.toString()).toBe(3);
    expect(ran.said.toString()).toContain('nobody has trusted');
    const since = plant.requests().get('DCS')?.slice(before) ?? [];
    // The server would have let anybody in over None: it was not asked to.
    expect(since.map(({ what }) => what).filter((what) => /CreateSession|Read|Browse/.test(what))).toEqual([]);
    expect(since.length).toBeGreaterThan(0);
  }, 120_000);

  it('that is to be typed is not asked for without a terminal, and nothing is connected', async () => {
    const before = [...plant.requests().values()].flat().length;
    const security = '{ mode: SignAndEncrypt, policy: Basic256Sha256, user: { prompt: true } }';
    const ran = await audit('prompt', security, '', '--lang', 'en');
    expect(ran.code).toBe(2);
    expect(ran.said.toString()).toContain('standard input is none');
    expect(ran.written).toBeUndefined();
    expect([...plant.requests().values()].flat().length).toBe(before);
  }, 60_000);
});
