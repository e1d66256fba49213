import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unmetExpectations } from '../../../fixtures/simulators/index.ts';
import { say } from '../../../src/messages/index.ts';
import { localTime } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import { openRecord } from '../../open-record.ts';
import type { Terminal } from '../../terminal.ts';
import { auditPlant } from '../audit/audit-plant.ts';
import { startScenario } from '../sim/start-scenario.ts';

const fixtures = new URL('../../../fixtures/', import.meta.url);
const scenarioFile = fileURLToPath(new URL('scenarios/demo.yaml', fixtures));
const plantFile = fileURLToPath(new URL('plants/chlorination/plant.yaml', fixtures));
const pack = fileURLToPath(new URL('packs/demo', fixtures));

/** Audits the demo scenario over real sockets into `out`, and compares the outcome with what the scenario promises. */
export async function runDemo(out: string, io: Terminal): Promise<number> {
  rmSync(out, { recursive: true, force: true });
  const started = await startScenario({ plantFile, scenarioFile, folder: join(out, 'plant'), ports: 'free' }, io);
  if (started === undefined) return exitCode.usage;
  const { simulated, scenario, clock } = started;
  try {
    io.note(io.say('cli.demo-start', { time: localTime(scenario.at) }));
    io.note(io.say('cli.demo-window'));
    const code = await auditPlant(
      { plantFile: started.plantFile, packs: [pack], out, as: { id: 'demo', folder: out }, json: false, clock },
      io,
    );
    const record = openRecord(join(out, 'audit.sqlite'), io);
    if (record === undefined) return exitCode.usage;
    const writes = [...simulated.requests().values()].flat().filter((request) => request.kind === 'write');
    for (const write of writes) io.fail('cli.demo-differs', { difference: write.what });
    const differences = unmetExpectations(scenario.expect, {
      exitCode: code,
      counts: { ...record.coverage.all },
      rows: record.coverage.rows.filter((row) => row.standing === 'required' || row.standing === 'scale-unknown'),
      outcomes: record.outcomes,
    });
    for (const difference of differences) io.fail('cli.demo-differs', { difference: say(difference, io.language) });
    if (differences.length + writes.length > 0) return exitCode.notSatisfied;
    io.note(io.say('cli.demo-promised'));
    return exitCode.done;
  } finally {
    await simulated.close();
  }
}
