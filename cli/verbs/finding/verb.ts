import type { Verb } from '../verb.ts';
import type { FindingOptions } from './add-finding.ts';

/** `tripline finding add|list <audit.sqlite>`: what people saw on site, in the evidence beside the machine's verdicts. */
export const findingVerb: Verb = {
  register(program, io, run) {
    const finding = program
      .command('finding')
      .description(io.say('finding.verb'))
      .helpCommand(false)
      .addHelpText('after', `\n${io.say('cli.example')}\n  tripline finding list out/20180201-U100-01/audit.sqlite`);
    finding
      .command('add')
      .description(io.say('finding.verb-add'))
      .argument('<audit.sqlite>', io.say('cli.argument-evidence'))
      .requiredOption('--text <text>', io.say('finding.option-text'))
      .requiredOption('--by <name>', io.say('finding.option-by'))
      .option('--date <YYYY-MM-DD>', io.say('finding.option-date'))
      .option('--unit <id>', io.say('finding.option-unit'))
      .option('--subject <id>', io.say('finding.option-subject'))
      .option('--clause <fact>', io.say('finding.option-clause'))
      .option(
        '--photo <file>',
        io.say('finding.option-photo'),
        (one: string, all: readonly string[]) => [...all, one],
        [],
      )
      .option('--remediation <text>', io.say('finding.option-remediation'))
      .option('--simulated-time <time>', io.say('cli.option-simulated-time'))
      .option('--json', io.say('cli.option-json'))
      .addHelpText(
        'after',
        `\n${io.say('cli.example')}\n  tripline finding add out/20180201-U100-01/audit.sqlite --text "…" --by NAME --photo IMG_0412.jpg --clause REG-MH-04`,
      )
      .action(async (file: string, options: FindingOptions) => {
        await run(async () => (await import('./add-finding.ts')).addFinding(file, options, io));
      });
    finding
      .command('list')
      .description(io.say('finding.verb-list'))
      .argument('<audit.sqlite>', io.say('cli.argument-evidence'))
      .option('--json', io.say('cli.option-json'))
      .action(async (file: string, options: { readonly json?: boolean }) => {
        await run(async () => (await import('./list-findings.ts')).listFindings(file, options, io));
      });
  },
};
