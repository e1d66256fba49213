import type { Verb } from '../verb.ts';
import type { RecheckOptions } from './run-recheck.ts';

/** `tripline recheck`: reads again exactly what a finding rested on, and puts before and after side by side. */
export const recheckVerb: Verb = {
  register(program, io, run) {
    program
      .command('recheck')
      .description(io.say('rectification.verb-recheck'))
      .argument('[case|audit.sqlite]', io.say('rectification.argument-recheck'))
      .option('--due', io.say('rectification.option-recheck-due'))
      .option('--register <file>', io.say('rectification.option-register'))
      .option('--by <name>', io.say('rectification.option-by'))
      .option('--audits <folder>', io.say('rectification.option-audits'), 'out')
      .option('--plant <file>', io.say('rectification.option-recheck-plant'))
      .option(
        '--pack <id|folder>',
        io.say('cli.option-pack'),
        (pack: string, all: readonly string[]) => [...all, pack],
        [],
      )
      .option('--out <folder>', io.say('cli.option-out'), 'out')
      .option('--simulated-time <time>', io.say('cli.option-simulated-time'))
      .option('--settings <file>', io.say('rectification.option-settings'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline recheck 2017-0001 --register 台账.sqlite --by 李四`)
      .action(async (target: string | undefined, options: RecheckOptions) => {
        await run(async () => (await import('./run-recheck.ts')).runRecheck(target, options, io));
      });
  },
};
