import { z } from 'zod';
import {
  derivePlantFile,
  faultMisfit,
  loadScenario,
  modelOf,
  type Scenario,
  SimulatedPlant,
} from '../../../fixtures/simulators/index.ts';
import { say } from '../../../src/messages/index.ts';
import { formatFault, formatFaultCount, loadPlant } from '../../../src/plant/index.ts';
import { type Clock, simulatedClock } from '../../../src/protocols/index.ts';
import { knownRow, loadCatalogue } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';

/** A simulated plant that runs a scenario, and the plant file that leads to its ports. */
export interface StartedScenario {
  readonly simulated: SimulatedPlant;
  readonly scenario: Scenario;
  readonly plantFile: string;
  readonly clock: Clock;
}

/** Starts the simulated plant in the state of a scenario; says every fault of the files and gives undefined when there is one. */
export async function startScenario(
  {
    plantFile,
    scenarioFile,
    folder,
    ports,
  }: { plantFile: string; scenarioFile: string; folder: string; ports: 'declared' | 'free' },
  io: Terminal,
): Promise<StartedScenario | undefined> {
  const loaded = loadScenario(scenarioFile);
  if (!loaded.ok) {
    for (const { file, line, path, because } of loaded.faults)
      io.note(`${file}:${line}  ${path}  ${say(because, io.language)}`);
    return undefined;
  }
  const catalogue = loadCatalogue();
  const plant = loadPlant(plantFile, { knownRows: (id) => knownRow(catalogue, id) });
  if (!plant.ok) {
    for (const fault of plant.faults) io.note(formatFault(fault, io.language));
    io.note(formatFaultCount(plant.faults.length, io.language));
    return undefined;
  }
  const { scenario } = loaded;
  const model = modelOf(plantFile, plant.plant);
  const misfits = scenario.faults.flatMap((fault) => faultMisfit(fault, plant.plant, model) ?? []);
  for (const misfit of misfits) io.note(`${scenarioFile}  ${say(misfit, io.language)}`);
  if (misfits.length > 0) return undefined;
  const clock = simulatedClock(scenario.at);
  const simulated = await SimulatedPlant.start(plant.plant, { clock, ports, model }).catch((error: unknown) => {
    const refused = refusedPorts(error);
    if (refused.length === 0) throw error;
    for (const { port, code } of refused) io.fail('cli.sim-port-refused', { port, code });
    return undefined;
  });
  if (simulated === undefined) return undefined;
  for (const fault of scenario.faults) simulated.apply(fault);
  const { undeclare, rewrite } = scenario;
  const derived = derivePlantFile(plantFile, folder, { ports: simulated.ports, undeclare, rewrite });
  return { simulated, scenario, plantFile: derived, clock };
}

const refusal = z.object({ code: z.enum(['EADDRINUSE', 'EACCES']), port: z.number() });

/** The ports that the system did not give to the servers; none where something else went wrong. */
function refusedPorts(error: unknown): readonly z.infer<typeof refusal>[] {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  const refused = errors.flatMap((each) => refusal.safeParse(each).data ?? []);
  return refused.length === errors.length ? refused : [];
}
