import { exitCode } from '../../exit-code.ts';
import type { Verb } from '../verb.ts';

/** The options of the verb, as written. */
export interface WrittenWatch {
  readonly function: readonly string[];
  readonly for: string;
  readonly every: string;
  readonly demands: string;
  readonly test?: string;
  readonly requests?: boolean;
  readonly out: string;
  readonly json?: boolean;
  readonly simulatedTime?: string;
}

/** `tripline watch <plant>`: looks on while people test a function or a demand happens, and records it. */
export const watchVerb: Verb = {
  register(program, io, run) {
    program
      .command('watch')
      .description(io.say('watching.verb'))
      .argument('<plant>', io.say('cli.argument-plant'))
      .option(
        '--function <id>',
        io.say('watching.option-function'),
        (id: string, all: readonly string[]) => [...all, id],
        [],
      )
      .option('--for <duration>', io.say('watching.option-for'), '30min')
      .option('--every <duration>', io.say('watching.option-every'), '500ms')
      .option('--demands <n>', io.say('watching.option-demands'), '1')
      .option('--test <file>', io.say('watching.option-test'))
      .option('--requests', io.say('watching.option-requests'))
      .option('--out <folder>', io.say('cli.option-out'), 'out/watch')
      .option('--simulated-time <time>', io.say('cli.option-simulated-time'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText(
        'after',
        `\n${io.say('cli.example')}\n  tripline watch plant.yaml --function SIF-101 --test pt-101.yaml`,
      )
      .action(async (plant: string, written: WrittenWatch) => {
        await run(async () => {
          const { readWatchOptions } = await import('./read-watch-options.ts');
          const options = readWatchOptions(plant, written, io);
          if (options === undefined) return exitCode.usage;
          return (await import('./watch-plant.ts')).watchPlant(options, io);
        });
      });
  },
};
