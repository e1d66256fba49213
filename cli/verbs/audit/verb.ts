import { exitCode } from '../../exit-code.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly lawDate?: string;
  readonly pack: readonly string[];
  readonly window?: string;
  readonly every?: string;
  readonly only: readonly string[];
  readonly resume?: string;
  readonly out: string;
  readonly json?: boolean;
  readonly simulatedTime?: string;
  readonly witness?: boolean;
  readonly confirmations?: string;
  readonly attachRecord?: boolean;
  readonly demand: readonly string[];
}

/** `tripline audit <plant>`: reads the plant, judges, records, prints the report. */
export const auditVerb: Verb = {
  register(program, io, run) {
    program
      .command('audit')
      .description(io.say('cli.audit'))
      .argument('<plant>', io.say('cli.argument-plant'))
      .option('--law-date <YYYY-MM-DD>', io.say('cli.option-law-date'))
      .option(
        '--pack <id|folder>',
        io.say('cli.option-pack'),
        (pack: string, all: readonly string[]) => [...all, pack],
        [],
      )
      .option('--window <duration>', io.say('cli.option-window'))
      .option('--every <duration>', io.say('running.option-every'))
      .option(
        '--only <kind=id>',
        io.say('running.option-only'),
        (one: string, all: readonly string[]) => [...all, one],
        [],
      )
      .option('--resume <audit>', io.say('running.option-resume'))
      .option('--out <folder>', io.say('cli.option-out'), 'out')
      .option('--simulated-time <time>', io.say('cli.option-simulated-time'))
      .option('--witness', io.say('witness.option'))
      .option('--confirmations <file>', io.say('rulebase.option-file'))
      .option(
        '--demand <file|folder>',
        io.say('watching.option-demand'),
        (file: string, all: readonly string[]) => [...all, file],
        [],
      )
      .option('--attach-record', io.say('attachment.option'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline audit plant.yaml --law-date 2018-02-01`)
      .action(async (plant: string, options: Options) => {
        await run(async () => {
          const { auditPlant } = await import('./audit-plant.ts');
          const { readOptions } = await import('./read-options.ts');
          const request = readOptions(plant, options, io);
          return request === undefined ? exitCode.usage : await auditPlant(request, io);
        });
      });
  },
};
