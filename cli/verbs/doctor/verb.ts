import type { Verb } from '../verb.ts';
import type { DoctorOptions } from './run-doctor.ts';

/** `tripline doctor [plant]`: looks at this computer, and with a plant file at the clocks of its controllers, and says what to do. */
export const doctorVerb: Verb = {
  register(program, io, run) {
    program
      .command('doctor')
      .description(io.say('doctor.verb'))
      .argument('[plant]', io.say('doctor.argument-plant'))
      .option('--out <folder>', io.say('doctor.option-out'), 'out')
      .option('--simulated-time <time>', io.say('cli.option-simulated-time'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline doctor plant.yaml`)
      .action(async (plant: string | undefined, options: DoctorOptions) => {
        await run(async () => (await import('./run-doctor.ts')).runDoctor(plant, options, io));
      });
  },
};
