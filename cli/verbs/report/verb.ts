import type { Verb } from '../verb.ts';
import type { ReportOptions } from './draw-report.ts';

/** `tripline report <audit.sqlite>`: draws the report again from its record. */
export const reportVerb: Verb = {
  register(program, io, run) {
    program
      .command('report')
      .description(io.say('cli.report'))
      .argument('<audit.sqlite>', io.say('cli.argument-evidence'))
      .option('--out <folder>', io.say('cli.option-report-out'))
      .option('--summary', io.say('cli.option-summary'))
      .option('--unit <unit>', io.say('cli.option-unit'))
      .option('--number <number>', io.say('cli.option-report-number'))
      .option('--firm <name>', io.say('cli.option-firm'))
      .option('--body-font <file>', io.say('cli.option-body-font'))
      .option('--attach-record', io.say('attachment.option'))
      .option(
        '--pack <folder>',
        io.say('verify.option-pack'),
        (each: string, all: readonly string[]) => [...all, each],
        [],
      )
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline report out/demo/audit.sqlite --lang en --out en`)
      .action(async (file: string, options: ReportOptions) => {
        await run(async () => (await import('./draw-report.ts')).drawReport(file, options, io));
      });
  },
};
