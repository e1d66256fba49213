import type { Verb } from '../verb.ts';

/** `tripline verify <report.pdf | bundle | audit.sqlite>`: checks what can be checked without plant and network. */
export const verifyVerb: Verb = {
  register(program, io, run) {
    program
      .command('verify')
      .description(io.say('verify.verb'))
      .argument('<file>', io.say('verify.argument-file'))
      .option('--record <file>', io.say('verify.option-record'))
      .option('--head <hash>', io.say('verify.option-head'))
      .option('--ca <file>', io.say('verify.option-ca'), (file: string, all: readonly string[]) => [...all, file], [])
      .option('--body-font <file>', io.say('cli.option-body-font'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline verify out/demo/report.pdf`)
      .action(async (file: string, options: VerifyOptions) => {
        await run(async () => (await import('./verify-file.ts')).verifyFile(file, options, io));
      });
  },
};

/** The options of the verb. */
export interface VerifyOptions {
  readonly record?: string;
  readonly head?: string;
  readonly ca: readonly string[];
  readonly bodyFont?: string;
  readonly json?: boolean;
}
