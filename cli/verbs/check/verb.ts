import { exitCode } from '../../exit-code.ts';
import type { Verb } from '../verb.ts';

/** `tripline check <plant>`: all faults of a plant file at once; connects to nothing. */
export const checkVerb: Verb = {
  register(program, io, run) {
    program
      .command('check')
      .description(io.say('cli.check'))
      .argument('<plant>', io.say('cli.argument-plant'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline check plant.yaml`)
      .action(async (file: string) => {
        await run(async () => {
          const { formatFault, formatFaultCount, loadPlant } = await import('../../../src/plant/index.ts');
          const { knownRow, loadCatalogue } = await import('../../../src/rules/index.ts');
          const catalogue = loadCatalogue();
          const loaded = loadPlant(file, { knownRows: (id) => knownRow(catalogue, id) });
          if (loaded.ok) {
            const { units, controllers, points, functions } = loaded.plant;
            io.print(
              io.say('cli.check-good', {
                units: units.length,
                controllers: controllers.length,
                points: points.size,
                functions: functions.length,
              }),
            );
            return exitCode.done;
          }
          for (const fault of loaded.faults) io.print(formatFault(fault, io.language));
          io.print(formatFaultCount(loaded.faults.length, io.language));
          return exitCode.usage;
        });
      });
  },
};
