import type { Verb } from '../verb.ts';
import type { ImportOptions } from './run-import.ts';

/** `tripline import <files> --into plant.yaml`: exports of vendors into a plant's point list; connects to nothing. */
export const importVerb: Verb = {
  register(program, io, run) {
    program
      .command('import')
      .description(io.say('importers.verb'))
      .argument('<files...>', io.say('importers.argument-files'))
      .requiredOption('--into <plant>', io.say('importers.option-into'))
      .option('--mapping <file>', io.say('importers.option-mapping'))
      .option('--controller <id>', io.say('importers.option-controller'))
      .option('--dry-run', io.say('importers.option-dry-run'))
      .option('--json', io.say('importers.option-json'))
      .addHelpText(
        'after',
        `\n${io.say('cli.example')}\n  tripline import dcs.csv sis.xlsx --into plant.yaml --mapping mapping.yaml --controller DCS`,
      )
      .action(async (files: readonly string[], options: ImportOptions) => {
        await run(async () => (await import('./run-import.ts')).runImport(files, options, io));
      });
  },
};
