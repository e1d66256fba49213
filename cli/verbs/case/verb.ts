import type { Command } from 'commander';
import { withActOptions } from '../../act-options.ts';
import type { Verb } from '../verb.ts';
import { acts } from './acts.ts';
import type { ListOptions } from './list-cases.ts';
import type { DocumentOptions } from './write-document.ts';

const documentKinds = ['inspection-record', 'notice', 'confirmation', 'plan', 'order', 'review'];

/** `tripline case …`: the life of a finding until 销号, on a register. */
export const caseVerb: Verb = {
  register(program, io, run) {
    const verb: Command = program
      .command('case')
      .description(io.say('rectification.verb-case'))
      .addHelpText(
        'after',
        `\n${io.say('cli.example')}\n  tripline case order 2017-0001 --register 台账.sqlite --by 张三 --until 2017-12-20`,
      );
    verb
      .command('list')
      .description(io.say('rectification.act-list'))
      .requiredOption('--register <file>', io.say('rectification.option-register'))
      .option('--enterprise <text>', io.say('rectification.option-enterprise'))
      .option('--town <text>', io.say('rectification.option-town'))
      .option('--stage <stage>', io.say('rectification.option-stage'))
      .option('--due-within <days>', io.say('rectification.option-due-within'))
      .option('--overdue', io.say('rectification.option-overdue'))
      .option('--open', io.say('rectification.option-open'))
      .option('--on <YYYY-MM-DD>', io.say('rectification.option-on'))
      .option('--json', io.say('cli.option-json'))
      .action(async (options: ListOptions) => {
        await run(async () => (await import('./list-cases.ts')).listCases(options, io));
      });
    verb
      .command('show')
      .description(io.say('rectification.act-show'))
      .argument('<case>', io.say('rectification.argument-case'))
      .requiredOption('--register <file>', io.say('rectification.option-register'))
      .option('--on <YYYY-MM-DD>', io.say('rectification.option-on'))
      .option('--json', io.say('cli.option-json'))
      .action(async (id: string, options: ListOptions) => {
        await run(async () => (await import('./list-cases.ts')).showOne(id, options, io));
      });
    verb
      .command('limit')
      .description(io.say('rectification.act-limit'))
      .argument('<case>', io.say('rectification.argument-case'))
      .requiredOption('--register <file>', io.say('rectification.option-register'))
      .requiredOption('--from <YYYY-MM-DD>', io.say('rectification.option-from'))
      .option('--work <setting|wiring|instrument|new-sis>', io.say('rectification.option-work'))
      .option('--settings <file>', io.say('rectification.option-settings'))
      .action(async (id: string, options: Parameters<typeof import('./propose.ts').propose>[1]) => {
        await run(async () => (await import('./propose.ts')).propose(id, options, io));
      });
    verb
      .command('document')
      .description(io.say('rectification.act-document'))
      .argument('[case...]', io.say('rectification.argument-case'))
      .requiredOption(`--kind <${documentKinds.join('|')}>`, io.say('rectification.option-kind'))
      .option('--register <file>', io.say('rectification.option-register'))
      .option('--audit <audit.sqlite>', io.say('rectification.option-document-audit'))
      .option('--date <YYYY-MM-DD>', io.say('rectification.option-document-date'))
      .option('--settings <file>', io.say('rectification.option-settings'))
      .option('--out <file>', io.say('rectification.option-document-out'))
      .option('--body-font <file>', io.say('cli.option-body-font'))
      .option('--json', io.say('cli.option-json'))
      .action(async (ids: readonly string[], options: DocumentOptions) => {
        await run(async () => (await import('./write-document.ts')).writeDocument(ids, options, io));
      });
    for (const it of acts) {
      const command = verb.command(it.name).description(io.say(it.describe));
      command.argument('<case>', io.say('rectification.argument-case'));
      for (const [flags, describe] of it.options) command.option(flags, io.say(describe));
      withActOptions(command, io).action(
        async (id: string, options: Parameters<typeof it.move>[0] & { register: string }) => {
          await run(async () => (await import('./act.ts')).act(id, options, it.move(options), io));
        },
      );
    }
    const reopen = verb.command('reopen').description(io.say('rectification.act-reopen'));
    reopen
      .argument('<case>', io.say('rectification.argument-case'))
      .requiredOption('--reason <text>', io.say('rectification.option-reason'));
    withActOptions(reopen, io).action(async (id: string, options) => {
      await run(async () => (await import('./reopen.ts')).reopen(id, options, io));
    });
  },
};
