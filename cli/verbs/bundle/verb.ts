import type { Verb } from '../verb.ts';

/** `tripline bundle <audit.sqlite>`: one file from the site laptop to the bureau. */
export const bundleVerb: Verb = {
  register(program, io, run) {
    program
      .command('bundle')
      .description(io.say('verify.bundle-verb'))
      .argument('<audit.sqlite>', io.say('cli.argument-evidence'))
      .option('--plant <file>', io.say('verify.option-plant'))
      .option(
        '--pack <folder>',
        io.say('verify.option-pack'),
        (each: string, all: readonly string[]) => [...all, each],
        [],
      )
      .option('--out <file>', io.say('verify.option-bundle-out'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline bundle out/demo/audit.sqlite`)
      .action(async (file: string, options: BundleOptions) => {
        await run(async () => (await import('./write-bundle.ts')).writeBundle(file, options, io));
      });
  },
};

/** The options of the verb. */
export interface BundleOptions {
  readonly plant?: string;
  readonly pack: readonly string[];
  readonly out?: string;
}
