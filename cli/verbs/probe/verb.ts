import type { Verb } from '../verb.ts';

/** `tripline probe <endpoint | plant>`: what controllers say of themselves, how they are secured, and what stands at the points. */
export const probeVerb: Verb = {
  register(program, io, run) {
    program
      .command('probe')
      .description(io.say('probe.verb'))
      .argument('<endpoint | plant>', io.say('probe.argument'))
      .option('--json', io.say('probe.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline probe s7://192.0.2.20?rack=0&slot=3`)
      .action(async (what: string, options: { readonly json?: boolean }) => {
        await run(async () => (await import('./probe-all.ts')).probeAll(what, options.json === true, io));
      });
  },
};
