import type { Verb } from '../verb.ts';
import type { InitOptions } from './run-init.ts';

/** `tripline init [plant]`: guided start of a plant file; connects to nothing. */
export const initVerb: Verb = {
  register(program, io, run) {
    const several = (one: string, all: readonly string[]) => [...all, one];
    program
      .command('init')
      .description(io.say('init.verb'))
      .argument('[plant]', io.say('cli.argument-plant'), 'plant.yaml')
      .option('--yes', io.say('init.option-yes'))
      .option('--answers <file>', io.say('init.option-answers'))
      .option('--enterprise <name>', io.say('init.option-enterprise'))
      .option('--uscc <code>', io.say('init.option-uscc'))
      .option('--town <name>', io.say('init.option-town'))
      .option('--sector <sector>', io.say('init.option-sector'), several, [])
      .option('--unit <id=name:process>', io.say('init.option-unit'), several, [])
      .option('--controller <id=role:via:endpoint>', io.say('init.option-controller'), several, [])
      .addHelpText(
        'after',
        `\n${io.say('cli.example')}\n  tripline init plant.yaml\n  tripline init plant.yaml --yes --answers answers.yaml`,
      )
      .action(async (plant: string, options: InitOptions) => {
        await run(async () => (await import('./run-init.ts')).runInit(plant, options, io));
      });
  },
};
