import type { Verb } from '../verb.ts';

/** `tripline demo`: starts the simulated plant on free loopback ports, audits it, stops it. */
export const demoVerb: Verb = {
  register(program, io, run) {
    program
      .command('demo')
      .description(io.say('cli.demo'))
      .option('--out <folder>', io.say('cli.option-out'), 'out/demo')
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline demo`)
      .action(async ({ out }: { readonly out: string }) => {
        await run(async () => (await import('./run-demo.ts')).runDemo(out, io));
      });
  },
};
