import type { Verb } from '../verb.ts';

/** `tripline diff <audit> <audit>`: what is new, changed, fixed, still open and no longer known. */
export const diffVerb: Verb = {
  register(program, io, run) {
    program
      .command('diff')
      .description(io.say('rectification.verb-diff'))
      .argument('<audit.sqlite>', io.say('rectification.argument-first'))
      .argument('<audit.sqlite>', io.say('rectification.argument-second'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline diff 2017/audit.sqlite 2018/audit.sqlite`)
      .action(async (first: string, second: string, options: { readonly json?: boolean }) => {
        await run(async () => (await import('./run-diff.ts')).runDiff(first, second, options, io));
      });
  },
};
