import type { Verb } from '../verb.ts';

/** `tripline browse <endpoint>`: lists the address space of an OPC UA server, for a point list; reads only. */
export const browseVerb: Verb = {
  register(program, io, run) {
    program
      .command('browse')
      .description(io.say('browse.verb'))
      .argument('<endpoint>', io.say('browse.argument-endpoint'))
      .option('--json', io.say('browse.option-json'))
      .option('--csv', io.say('browse.option-csv'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline browse opc.tcp://192.0.2.10:4840 --csv`)
      .action(async (endpoint: string, options: { readonly json?: boolean; readonly csv?: boolean }) => {
        const form = options.json === true ? 'json' : options.csv === true ? 'csv' : 'lines';
        await run(async () => (await import('./browse-server.ts')).browseServer(endpoint, form, io));
      });
  },
};
