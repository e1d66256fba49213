import type { Verb } from '../verb.ts';

/** `tripline export <audit.sqlite>`: other forms of the same record. */
export const exportVerb: Verb = {
  register(program, io, run) {
    program
      .command('export')
      .description(io.say('export.verb'))
      .argument('<audit.sqlite>', io.say('cli.argument-evidence'))
      .option('--format <list>', io.say('export.option-format'), 'html,xlsx,oscal,json')
      .option('--out <folder>', io.say('export.option-out'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline export out/demo/audit.sqlite --format html`)
      .action(async (file: string, options: ExportOptions) => {
        await run(async () => (await import('./write-exports.ts')).writeExports(file, options, io));
      });
  },
};

/** The options of the verb. */
export interface ExportOptions {
  readonly format: string;
  readonly out?: string;
}
