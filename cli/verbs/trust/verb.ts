import type { Verb } from '../verb.ts';

/** `tripline trust <endpoint>`: shows the certificate of an OPC UA server and trusts it on a person's word, never by itself. */
export const trustVerb: Verb = {
  register(program, io, run) {
    program
      .command('trust')
      .description(io.say('trust.verb'))
      .argument('<endpoint>', io.say('trust.argument-endpoint'))
      .option('--yes <fingerprint>', io.say('trust.option-yes'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline trust opc.tcp://192.0.2.10:4840`)
      .action(async (endpoint: string, options: { readonly yes?: string }) => {
        await run(async () => (await import('./trust-server.ts')).trustServer(endpoint, options.yes, io));
      });
  },
};
