import type { Verb } from '../verb.ts';

interface Options {
  readonly from: string;
  readonly days?: string;
  readonly workingDays?: string;
  readonly months?: string;
  readonly date?: string;
  readonly roll?: string;
  readonly calendar?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
}

/** `tripline limit --from DATE --days N`: the last day of a limit, with every step on request. */
export const limitVerb: Verb = {
  register(program, io, run) {
    program
      .command('limit')
      .description(io.say('rectification.verb-limit'))
      .requiredOption('--from <YYYY-MM-DD>', io.say('rectification.option-from'))
      .option('--days <n>', io.say('rectification.option-days'))
      .option('--working-days <n>', io.say('rectification.option-working-days'))
      .option('--months <n>', io.say('rectification.option-months'))
      .option('--date <YYYY-MM-DD>', io.say('rectification.option-date'))
      .option('--roll <document:fact>', io.say('rectification.option-roll'))
      .option('--calendar <file>', io.say('rectification.option-calendar'))
      .option('--explain', io.say('rectification.option-explain'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline limit --from 2018-02-10 --days 30 --explain`)
      .action(async (options: Options) => {
        await run(async () => (await import('./run-limit.ts')).runLimit(options, io));
      });
  },
};
