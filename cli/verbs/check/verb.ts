import { exitCode } from '../../exit-code.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly requests?: boolean;
  readonly pack: readonly string[];
  readonly lawDate?: string;
  readonly window?: string;
  readonly every?: string;
  readonly only: readonly string[];
  readonly witness?: boolean;
  readonly json?: boolean;
}

/**
 * `tripline check <plant>`: all faults of a plant file at once, or with `--requests` everything that an audit would send;
 * connects to nothing.
 */
export const checkVerb: Verb = {
  register(program, io, run) {
    program
      .command('check')
      .description(io.say('cli.check'))
      .argument('<plant>', io.say('cli.argument-plant'))
      .option('--requests', io.say('cli.option-requests'))
      .option(
        '--pack <id|folder>',
        io.say('cli.option-pack'),
        (pack: string, all: readonly string[]) => [...all, pack],
        [],
      )
      .option('--law-date <YYYY-MM-DD>', io.say('cli.option-law-date'))
      .option('--window <duration>', io.say('cli.option-window'))
      .option('--every <duration>', io.say('running.option-every'))
      .option(
        '--only <kind=id>',
        io.say('running.option-only'),
        (one: string, all: readonly string[]) => [...all, one],
        [],
      )
      .option('--witness', io.say('witness.option'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline check plant.yaml --requests`)
      .action(async (file: string, options: Options) => {
        await run(async () => {
          const { loadPlant } = await import('../../../src/plant/index.ts');
          const { lintOptionsOf, loadCatalogue } = await import('../../../src/rules/index.ts');
          const catalogue = loadCatalogue();
          const loaded = loadPlant(file, lintOptionsOf(catalogue));
          if (loaded.ok && options.requests === true) {
            const { listRequests } = await import('./list-requests.ts');
            const { readOptions } = await import('../audit/read-options.ts');
            const read = readOptions(file, { ...options, out: '' }, io);
            return read === undefined ? exitCode.usage : listRequests(loaded.plant, catalogue, read, io);
          }
          const { showCheck } = await import('./show-check.ts');
          return showCheck(loaded, catalogue, options.json === true, io);
        });
      });
  },
};
