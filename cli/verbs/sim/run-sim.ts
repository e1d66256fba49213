import { fileURLToPath } from 'node:url';
import { localTime } from '../../../src/rules/index.ts';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { readScript } from './read-script.ts';
import { startScenario } from './start-scenario.ts';

const fixtures = new URL('../../../fixtures/', import.meta.url);

/** Runs the simulated plant until the operator stops it. */
export async function runSim(
  options: {
    readonly plant: string | undefined;
    readonly scenario?: string;
    readonly script?: string;
    readonly freePorts?: boolean;
    readonly out: string;
  },
  io: Terminal,
): Promise<number> {
  const script = options.script === undefined ? [] : readScript(options.script, io);
  if (script === undefined) return exitCode.usage;
  const started = await startScenario(
    {
      plantFile: options.plant ?? fileURLToPath(new URL('plants/chlorination/plant.yaml', fixtures)),
      scenarioFile: options.scenario ?? fileURLToPath(new URL('scenarios/compliant.yaml', fixtures)),
      folder: options.out,
      ports: options.freePorts === true ? 'free' : 'declared',
    },
    io,
  );
  if (started === undefined) return exitCode.usage;
  const { simulated, clock, plantFile } = started;
  io.print(io.say('cli.sim-ready', { file: plantFile }));
  const time = `${localTime(clock.now().utc).replace(' ', 'T')}+08:00`;
  io.print(io.say('cli.sim-audit', { file: plantFile, time }));
  if (script.length > 0) {
    simulated.play(script);
    io.print(io.say('watching.script-plays', { seconds: Math.max(...script.map(({ after }) => after)) / 1000 }));
  }
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await simulated.close();
  io.print(io.say('cli.sim-stopped'));
  return exitCode.done;
}
