import type { Verb } from '../verb.ts';

/** `tripline unbundle <bundle>`: verifies a bundle and unpacks it. */
export const unbundleVerb: Verb = {
  register(program, io, run) {
    program
      .command('unbundle')
      .description(io.say('verify.unbundle-verb'))
      .argument('<bundle>', io.say('verify.argument-bundle'))
      .option('--out <folder>', io.say('verify.option-unbundle-out'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline unbundle 20180201-U100-01.zip`)
      .action(async (file: string, options: { readonly out?: string }) => {
        await run(async () => (await import('./unpack-bundle.ts')).unpackBundle(file, options.out, io));
      });
  },
};
