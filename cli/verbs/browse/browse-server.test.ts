import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedPort } from '../../../fixtures/contracts/black-hole.ts';
import { opcuaPoint } from '../../../fixtures/contracts/opcua-points.ts';
import type { SimulatedServer } from '../../../fixtures/simulators/face.ts';
import { startOpcuaServer } from '../../../fixtures/simulators/opcua/index.ts';
import { say } from '../../../src/messages/index.ts';
import { systemClock } from '../../../src/protocols/index.ts';
import type { Terminal } from '../../terminal.ts';
import { browseServer } from './browse-server.ts';

process.env['XDG_STATE_HOME'] = join(tmpdir(), 'tripline-test-state');

let server: SimulatedServer;
beforeAll(async () => {
  const points = [opcuaPoint('TT-101', 'ns=2;s=TT-101', 'float64'), opcuaPoint('A,"B"', 'ns=2;s=A,"B"', 'bool')];
  server = await startOpcuaServer(
    {
      controller: 'DCS',
      points,
      identity: { name: 'DCS' },
      clock: systemClock,
      valueOf: (tag) => (tag === 'TT-101' ? 1.5 : true),
      statusOf: () => ({ quality: 'good', changedAt: Date.now() }),
      failureOf: () => undefined,
      runState: () => 'run',
      clockSkewMs: () => 0,
      silent: () => false,
    },
    { port: 0 },
  );
}, 60_000);
afterAll(() => server.close());

function listening() {
  const out: string[] = [];
  const errors: string[] = [];
  const speak: Terminal['say'] = (key, values) => say(values === undefined ? { key } : { key, with: values }, 'en');
  const io: Terminal = {
    language: 'en',
    colour: false,
    width: 100,
    say: speak,
    print: (lines) => void out.push(lines),
    note: (line) => void errors.push(line),
    fail: (key, values) => void errors.push(speak(key, values)),
  };
  return { io, out, errors };
}

describe('tripline browse', () => {
  it('lists the points of a server as CSV that a point list can be drafted from, and writes nothing', async () => {
    const { io, out, errors } = listening();
    expect(await browseServer(server.url, { form: 'csv' }, io)).toBe(0);
    const lines = out.join('\n').split('\r\n');
    expect(lines[0]).toBe('nodeId,path,nodeClass,dataType,accessLevel,userAccessLevel,description');
    expect(lines).toContainEqual(expect.stringMatching(/^nsu=[^,]+;s=TT-101,\/DCS\/TT-101,Variable,Double,R--,R--,$/));
    expect(lines).toContainEqual(expect.stringMatching(/^"nsu=[^,]+;s=A,""B""","\/DCS\/A,""B""",Variable,Boolean,/));
    expect(errors.at(-1)).toMatch(/nodes in all, \d+ requests, write requests 0$/);
    expect(server.requests.filter(({ kind }) => kind === 'write' || kind === 'unknown')).toEqual([]);
  });

  it('gives the same as JSON', async () => {
    const { io, out } = listening();
    expect(await browseServer(server.url, { form: 'json' }, io)).toBe(0);
    expect(JSON.parse(out.join('\n'))).toMatchObject({ isWhole: true, endpoint: server.url });
  });

  it('says that an endpoint by itself is asked over an open channel, and wants a plant file for one of its controllers', async () => {
    const bare = listening();
    expect(await browseServer(server.url, { form: 'csv' }, bare.io)).toBe(0);
    expect(bare.errors[0]).toMatch(/unencrypted connection, anonymously/);
    const chosen = listening();
    expect(await browseServer(server.url, { form: 'csv', controller: 'DCS' }, chosen.io)).toBe(2);
    expect(chosen.errors).toEqual(['--controller goes with a plant file only']);
  });

  it('asks which server of a plant file is meant, before anything is connected', async () => {
    const { io, errors } = listening();
    const plant = fileURLToPath(new URL('../../../fixtures/plants/chlorination/plant.yaml', import.meta.url));
    expect(await browseServer(plant, { form: 'csv', controller: 'SIS' }, io)).toBe(2);
    expect(errors).toEqual(['name one OPC UA controller with --controller: DCS']);
  });

  it('is inconclusive where nobody answers, and a usage error where there is no address space', async () => {
    const silent = listening();
    expect(await browseServer(`opc.tcp://127.0.0.1:${await closedPort()}`, { form: 'lines' }, silent.io)).toBe(3);
    expect(silent.out).toEqual([]);
    const other = listening();
    expect(await browseServer('modbus://192.0.2.1?unit=1', { form: 'lines' }, other.io)).toBe(2);
    expect(other.errors).toEqual(['only OPC UA has an address space, modbus has none']);
  });
});
