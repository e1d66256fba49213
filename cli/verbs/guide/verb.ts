import type { Verb } from '../verb.ts';
import type { GuideOptions } from './run-guide.ts';

/** `tripline guide <plant>`: what the record still lacks, and answers to it; connects to nothing. */
export const guideVerb: Verb = {
  register(program, io, run) {
    program
      .command('guide')
      .description(io.say('guide.verb'))
      .argument('<plant>', io.say('cli.argument-plant'))
      .option(
        '--audit <file>',
        io.say('guide.option-audit'),
        (one: string, all: readonly string[]) => [...all, one],
        [],
      )
      .option('--html <file>', io.say('guide.option-html'))
      .option('--answer <item>', io.say('guide.option-answer'))
      .option('--ask', io.say('guide.option-ask'))
      .option('--by <name>', io.say('guide.option-by'))
      .option('--date <YYYY-MM-DD>', io.say('guide.option-date'))
      .option('--file <file>', io.say('guide.option-file'))
      .option('--title <text>', io.say('guide.option-title'))
      .option('--is <present|absent>', io.say('guide.option-is'))
      .option('--simulated-time <time>', io.say('cli.option-simulated-time'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText(
        'after',
        `\n${io.say('cli.example')}\n  tripline guide plant.yaml --audit out/20180201-U100-01/audit.sqlite --html checklist.html\n  tripline guide plant.yaml --answer approval:SIF-101:0 --by NAME --file srs.pdf`,
      )
      .action(async (plant: string, options: GuideOptions) => {
        await run(async () => (await import('./run-guide.ts')).runGuide(plant, options, io));
      });
  },
};
