import type { Verb } from '../verb.ts';

/** `tripline sign <report.pdf> --p12 <file>`: one more electronic signature behind a report. */
export const signVerb: Verb = {
  register(program, io, run) {
    program
      .command('sign')
      .description(io.say('sign.verb'))
      .argument('<report.pdf>', io.say('sign.argument-pdf'))
      .requiredOption('--p12 <file>', io.say('sign.option-p12'))
      .option('--password-file <file>', io.say('sign.option-password-file'))
      .option('--role <text>', io.say('sign.option-role'))
      .option('--out <file>', io.say('sign.option-out'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline sign out/demo/report.pdf --p12 firm.p12`)
      .action(async (file: string, options: Options) => {
        await run(async () => (await import('./sign-file.ts')).signFile(file, options, io));
      });
  },
};

/** The options of the verb. */
export interface Options {
  readonly p12: string;
  readonly passwordFile?: string;
  readonly role?: string;
  readonly out?: string;
}
