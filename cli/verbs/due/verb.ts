import type { Verb } from '../verb.ts';
import type { DueOptions } from './run-due.ts';

/** `tripline due`: the deadlines of open cases, as a list or as calendar events. */
export const dueVerb: Verb = {
  register(program, io, run) {
    program
      .command('due')
      .description(io.say('rectification.verb-due'))
      .requiredOption('--register <file>', io.say('rectification.option-register'))
      .option('--on <YYYY-MM-DD>', io.say('rectification.option-on'))
      .option('--within <days>', io.say('rectification.option-due-within'))
      .option('--settings <file>', io.say('rectification.option-settings'))
      .option('--ics [file]', io.say('rectification.option-ics'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline due --register 台账.sqlite --ics 期限.ics`)
      .action(async (options: DueOptions) => {
        await run(async () => (await import('./run-due.ts')).runDue(options, io));
      });
  },
};
