import type { Verb } from '../verb.ts';

/** `tripline browse <endpoint | plant>`: lists the address space of an OPC UA server, for a point list; reads only. */
export const browseVerb: Verb = {
  register(program, io, run) {
    program
      .command('browse')
      .description(io.say('browse.verb'))
      .argument('<endpoint | plant>', io.say('browse.argument-endpoint'))
      .option('--controller <id>', io.say('browse.option-controller'))
      .option('--json', io.say('browse.option-json'))
      .option('--csv', io.say('browse.option-csv'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline browse plant.yaml --controller DCS --csv`)
      .action(async (what: string, { json, csv, controller }: Options) => {
        const form = json === true ? 'json' : csv === true ? 'csv' : 'lines';
        await run(async () => (await import('./browse-server.ts')).browseServer(what, { form, controller }, io));
      });
  },
};

interface Options {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly controller?: string;
}
