import type { Verb } from '../verb.ts';

/** `tripline sim [plant]`: keeps a simulated plant running, in the state of a scenario, until Ctrl-C. */
export const simVerb: Verb = {
  register(program, io, run) {
    program
      .command('sim')
      .description(io.say('cli.sim'))
      .argument('[plant]', io.say('cli.argument-plant'))
      .option('--scenario <file>', io.say('cli.argument-scenario'))
      .option('--script <file>', io.say('watching.option-script'))
      .option('--free-ports', io.say('cli.option-port'))
      .option('--out <folder>', io.say('cli.option-out'), 'out/sim')
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline sim --scenario fixtures/scenarios/bypass.yaml`)
      .action(
        async (
          plant: string | undefined,
          options: {
            readonly scenario?: string;
            readonly script?: string;
            readonly freePorts?: boolean;
            readonly out: string;
          },
        ) => {
          await run(async () => (await import('./run-sim.ts')).runSim({ plant, ...options }, io));
        },
      );
  },
};
