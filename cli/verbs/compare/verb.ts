import type { Verb } from '../verb.ts';

/** `tripline compare <before> <after>`: what changed between two exports of one controller; connects to nothing. */
export const compareVerb: Verb = {
  register(program, io, run) {
    program
      .command('compare')
      .description(io.say('compare.verb'))
      .argument('<before>', io.say('compare.argument-before'))
      .argument('<after>', io.say('compare.argument-after'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline compare baseline/sis.xml 2018-02/sis.xml`)
      .action(async (before: string, after: string, options: { readonly json?: boolean }) => {
        await run(async () => (await import('./run-compare.ts')).runCompare(before, after, options, io));
      });
  },
};
