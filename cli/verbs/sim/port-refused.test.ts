import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { derivePlantFile } from '../../../fixtures/simulators/index.ts';
import { listening } from '../../listening.test-data.ts';
import { runSim } from './run-sim.ts';

const chlorination = fileURLToPath(new URL('../../../fixtures/plants/chlorination/plant.yaml', import.meta.url));

/** Somebody who has a port before the simulated plant; gives the port. */
async function held(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on TCP');
  return address.port;
}

it('names every port that is taken and what to do, leaves nothing behind, and is no internal error', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tripline-port-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [dcs, first, second, gas] = [await held(), await held(), await held(), await held()];
  const ports = { DCS: [dcs], SIS: [first, second], GDS: [gas] };
  const plant = derivePlantFile(chlorination, join(folder, 'plant'), { ports });
  const said = listening('en');
  const out = join(folder, 'out');
  expect(await runSim({ plant, out }, said.io)).toBe(2);
  const text = said.err.join('\n');
  for (const port of [dcs, first, second, gas]) expect(text).toContain(`port ${port} cannot be used (EADDRINUSE)`);
  expect(text).toContain('--free-ports');
  expect(said.out).toEqual([]);
  expect(existsSync(out)).toBe(false);
});
