import { dirname } from 'node:path';
import { exitCode } from '../../exit-code.ts';
import type { Verb } from '../verb.ts';

/** `tripline report <audit.sqlite>`: draws the report again from its record. */
export const reportVerb: Verb = {
  register(program, io, run) {
    program
      .command('report')
      .description(io.say('cli.report'))
      .argument('<audit.sqlite>', io.say('cli.argument-evidence'))
      .option('--out <folder>', io.say('cli.option-report-out'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline report out/demo/audit.sqlite --lang en --out en`)
      .action(async (file: string, options: { readonly out?: string; readonly json?: boolean }) => {
        await run(async () => {
          const { mkdirSync } = await import('node:fs');
          const { openRecord } = await import('../../open-record.ts');
          const { writeReports } = await import('../../write-reports.ts');
          const record = openRecord(file, io);
          if (record === undefined) return exitCode.usage;
          const folder = options.out ?? dirname(file);
          mkdirSync(folder, { recursive: true });
          await writeReports(record, folder, { json: options.json === true, io });
          return exitCode.done;
        });
      });
  },
};
