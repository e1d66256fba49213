import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { derivePlantFile, SimulatedPlant } from '../fixtures/simulators/index.ts';
import { readEntries, readRecord, verifyChain } from '../src/audit/index.ts';
import { loadPlant } from '../src/plant/index.ts';
import { systemClock } from '../src/protocols/index.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const plantFile = path('../fixtures/plants/chlorination/plant.yaml');
const controllers = ['DCS', 'SIS', 'GDS'] as const;
type Id = (typeof controllers)[number];

/** The auditor's connection at a controller: what came over it, and when it came to its end (FIN). */
interface Line {
  readonly controller: Id;
  chunks: number;
  endedAt?: number;
}

const hasScript = spawnSync('script', ['--version']).status === 0;
if (!hasScript) console.info('the interrupt on a terminal is skipped: there is no `script` of util-linux');

let folder: string;
let plant: SimulatedPlant;
let lines: Line[] = [];
let heard: () => void = () => undefined;

/** Every connection that a server of this process accepts; nothing is put between the auditor and the servers. */
function onConnection(message: unknown): void {
  const socket = typeof message === 'object' && message !== null && 'socket' in message ? message.socket : undefined;
  if (!(socket instanceof Socket)) return;
  const controller = controllers.find((id) => plant.ports[id]?.includes(socket.localPort ?? 0));
  if (controller === undefined) return;
  const line: Line = { controller, chunks: 0 };
  lines.push(line);
  socket.on('data', () => {
    line.chunks += 1;
    heard();
  });
  const onEnd = () => {
    line.endedAt ??= Date.now();
    heard();
  };
  // Of an OPC UA connection the server closes its side first, as soon as it is told to.
  socket.on('end', onEnd);
  socket.on('close', onEnd);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripline-interrupt-'));
  const loaded = loadPlant(plantFile);
  if (!loaded.ok) throw new Error('the plant file has faults');
  plant = await SimulatedPlant.start(loaded.plant, { clock: systemClock, ports: 'free' });
  subscribe('net.server.socket', onConnection);
}, 60_000);
afterAll(async () => {
  unsubscribe('net.server.socket', onConnection);
  await plant.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Resolves at the first event on a connection after which the claim holds. */
function until(claim: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    heard = () => {
      if (claim()) resolve();
    };
    heard();
  });
}

/** As a process without a terminal, or in a terminal of its own (`script`), where progress is drawn. */
function startAudit(out: string, inTerminal = false): ChildProcess {
  lines = [];
  const file = derivePlantFile(plantFile, join(out, 'plant'), { ports: plant.ports });
  const words = ['audit', file, '--pack', path('../fixtures/packs/demo'), '--window', '10min', '--out', join(out, 'a')];
  const argv = ['--import', 'tsx', path('./main.ts'), ...words];
  if (!inTerminal) return spawn(process.execPath, argv, { stdio: 'ignore' });
  const line = [process.execPath, ...argv].map((word) => `'${word}'`).join(' ');
  const { NO_COLOR: _, ...others } = process.env;
  const environment = { ...others, TERM: 'xterm' };
  return spawn('script', ['-qec', `stty cols 120 rows 40; exec ${line}`, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: environment,
  });
}

const chunksOf = (id: Id) =>
  lines.filter((line) => line.controller === id).reduce((sum, { chunks }) => sum + chunks, 0);
const open = () => lines.filter(({ endedAt }) => endedAt === undefined);
const asked = (what: string) =>
  plant
    .requests()
    .get('DCS')
    ?.filter((request) => request.what === what).length ?? 0;

/** Sends the interrupt and gives, when the process has gone, how long the last connection stood after it, and the exit code. */
async function interrupt(child: ChildProcess): Promise<{ readonly code: unknown; readonly stoodMs: number }> {
  const sentAt = Date.now();
  const exit = once(child, 'exit');
  if (child.stdin === null) child.kill('SIGINT');
  else child.stdin.write('\u0003');
  await until(() => open().length === 0);
  const [code] = await exit;
  return { code, stoodMs: Math.max(...lines.map(({ endedAt = Number.POSITIVE_INFINITY }) => endedAt)) - sentAt };
}

function expectUnfinished(out: string): void {
  const [id = ''] = readdirSync(join(out, 'a'));
  const entries = readEntries(join(out, 'a', id, 'audit.sqlite'));
  expect(verifyChain(entries)).toMatchObject({ intact: true });
  expect(entries.map(({ kind }) => kind)).not.toContain('audit-finished');
  const record = readRecord(entries);
  expect(record.conclusion.result).toBe('inconclusive');
  expect(record.controllers.map((each) => each.id).toSorted()).toEqual(controllers.toSorted());
  // What was sent until then is on record, too.
  for (const { controller, connections, requests } of record.traffic) {
    expect(controllers).toContain(controller);
    // One, or two where a busy machine missed the first of a pair.
    const own = lines.filter((line) => line.controller === controller);
    expect([controller, connections]).toEqual([controller, own.length]);
    expect(requests['read']).toBeGreaterThan(0);
  }
  expect(record.traffic).toHaveLength(3);
}

describe('an interrupt', () => {
  it('ends sessions and connections within a second, also where an answer is due, and leaves an unfinished record', async () => {
    const out = join(folder, 'out');
    const closedBefore = asked('CloseSession');
    const child = startAudit(out);
    try {
      // Opened, identified and read at least once, everywhere.
      await until(() => controllers.every((id) => chunksOf(id) > 9));
      expect(
        open()
          .map(({ controller }) => controller)
          .toSorted(),
      ).toEqual(controllers.toSorted());
      // From here on one of them owes an answer.
      plant.apply({ fault: 'silent', controller: 'GDS' });
      const before = chunksOf('GDS');
      await until(() => chunksOf('GDS') > before);
      const { code, stoodMs } = await interrupt(child);
      expect(code).toBe(130);
      expect(stoodMs).toBeLessThan(1000);
      // The server of a busy machine may come to it after the socket has gone.
      await vi.waitUntil(() => asked('CloseSession') === closedBefore + 1, { timeout: 10_000, interval: 20 });
      expectUnfinished(out);
    } finally {
      child.kill('SIGKILL');
    }
  }, 120_000);

  it.skipIf(!hasScript)(
    'by Ctrl-C on a terminal ends it as soon, with the record closed and the cursor shown',
    async () => {
      const out = join(folder, 'terminal');
      plant.clear();
      const child = startAudit(out, true);
      let shown = '';
      child.stdout?.on('data', (chunk) => {
        shown += String(chunk);
      });
      try {
        await until(() => controllers.every((id) => chunksOf(id) > 9));
        const { code, stoodMs } = await interrupt(child);
        expect(code).toBe(130);
        expect(stoodMs).toBeLessThan(1000);
        expectUnfinished(out);
        expect(shown).toContain('\u001b[?25l');
        expect(shown.lastIndexOf('\u001b[?25h')).toBeGreaterThan(shown.lastIndexOf('\u001b[?25l'));
        expect(shown).toMatch(/SIS.*第 \d+\/\d+ 轮/);
      } finally {
        child.kill('SIGKILL');
      }
    },
    120_000,
  );
});
