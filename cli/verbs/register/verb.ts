import { withActOptions } from '../../act-options.ts';
import type { Verb } from '../verb.ts';

interface ListOptions {
  readonly register: string;
  readonly on?: string;
  readonly period?: string;
  readonly json?: boolean;
}

/** `tripline register …`: many audits of many enterprises in one register, and the lists that come of it. */
export const registerVerb: Verb = {
  register(program, io, run) {
    const verb = program
      .command('register')
      .description(io.say('rectification.verb-register'))
      .addHelpText(
        'after',
        `\n${io.say('cli.example')}\n  tripline register import out/20171120-U100-01/audit.sqlite --register 台账.sqlite --by 张三`,
      );
    const take = verb
      .command('import')
      .description(io.say('rectification.register-import'))
      .argument('<audit.sqlite...>', io.say('cli.argument-evidence'));
    withActOptions(take, io).action(async (files: readonly string[], options) => {
      await run(async () => (await import('./import-audits.ts')).importAudits(files, options, io));
    });
    const lists = [
      ['census', 'rectification.register-census', false],
      ['dispatch', 'rectification.register-dispatch', true],
      ['circular', 'rectification.register-circular', true],
      ['statistics', 'rectification.register-statistics', true],
    ] as const;
    for (const [name, describe, hasPeriod] of lists) {
      const command = verb
        .command(name)
        .description(io.say(describe))
        .requiredOption('--register <file>', io.say('rectification.option-register'))
        .option('--json', io.say('cli.option-json'));
      if (hasPeriod) command.requiredOption('--period <2017|2017Q4|2017H2>', io.say('rectification.option-period'));
      else command.option('--on <YYYY-MM-DD>', io.say('rectification.option-on'));
      command.action(async (options: ListOptions) => {
        await run(async () => (await import('./show-list.ts')).showList(name, options, io));
      });
    }
    verb
      .command('ledger')
      .description(io.say('rectification.register-ledger'))
      .requiredOption('--register <file>', io.say('rectification.option-register'))
      .option('--on <YYYY-MM-DD>', io.say('rectification.option-on'))
      .option('--period <2017|2017Q4|2017H2>', io.say('rectification.option-period'))
      .option('--out <file.xlsx>', io.say('rectification.option-ledger-out'))
      .action(async (options: ListOptions & { readonly out?: string }) => {
        await run(async () => (await import('./write-ledger-file.ts')).writeLedgerFile(options, io));
      });
    verb
      .command('verify')
      .description(io.say('rectification.register-verify'))
      .requiredOption('--register <file>', io.say('rectification.option-register'))
      .action(async (options: ListOptions) => {
        await run(async () => (await import('./verify-register.ts')).verifyRegister(options.register, io));
      });
  },
};
