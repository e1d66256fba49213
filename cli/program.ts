import { Command, Option } from 'commander';
import { displayWidth } from '../src/messages/index.ts';
import type { Terminal } from './terminal.ts';
import { verbs } from './verbs/index.ts';
import { version } from './version.ts';

/** The whole command line: every verb with its options and help, in the language of the terminal; `run` is given the work. */
export function programOf(io: Terminal, run: (work: () => Promise<number>) => Promise<void>): Command {
  const program = new Command('tripline')
    .description(io.say('cli.description'))
    .version(version, '-V, --version', io.say('cli.option-version'))
    .configureHelp({
      displayWidth,
      styleTitle: (title) => titleOf(title, io),
      optionDescription: (option) => describe(option, io),
      argumentDescription: (argument) => describe(argument, io),
    })
    // What commander would say in English is said by main, from the catalogue.
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', io.say('cli.help-option'))
    .helpCommand(false)
    .addOption(new Option('--lang <zh|en>', io.say('cli.option-lang')).choices(['zh', 'en']))
    .option('--quiet', io.say('cli.option-quiet'))
    .showHelpAfterError(false)
    .exitOverride()
    .addHelpText('after', `\n${io.say('cli.exit-codes')}`);
  for (const verb of verbs) verb.register(program, io, run);
  withoutHelpCommand(program);
  return program;
}

/** `--help` is the one way to help: commander's own `help` command speaks English only. */
function withoutHelpCommand(command: Command): void {
  command.helpCommand(false);
  for (const each of command.commands) withoutHelpCommand(each);
}

/** What an option or argument is for, its default in the language of the terminal; choices stand in the option itself. */
function describe({ description, defaultValue }: Pick<Option, 'description' | 'defaultValue'>, io: Terminal): string {
  const isShown = typeof defaultValue === 'string' || typeof defaultValue === 'number';
  return isShown ? `${description}${io.say('cli.option-default', { value: defaultValue })}` : description;
}

function titleOf(title: string, io: Terminal): string {
  switch (title) {
    case 'Usage:':
      return io.say('cli.title-usage');
    case 'Arguments:':
      return io.say('cli.title-arguments');
    case 'Options:':
      return io.say('cli.title-options');
    case 'Commands:':
      return io.say('cli.title-commands');
    default:
      return title;
  }
}
