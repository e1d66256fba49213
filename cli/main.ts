#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import type { MessageKey } from '../src/messages/index.ts';
import { exitCode } from './exit-code.ts';
import { languageOf } from './language.ts';
import { type Terminal, terminal } from './terminal.ts';
import { verbs } from './verbs/index.ts';
import { version } from './version.ts';

/** Chooses a verb and sets the exit code. Verbs load what they need when they run: `--help` must be quick. */
async function main(argv: readonly string[]): Promise<number> {
  const language = languageOf(argv, process.env);
  const io = terminal(language, argv.includes('--quiet'));
  if (!isSupported(process.versions.node)) {
    io.fail('cli.node-too-old', { version: process.versions.node });
    return exitCode.usage;
  }
  const program = new Command('tripline')
    .description(io.say('cli.description'))
    .version(version, '-V, --version', io.say('cli.option-version'))
    .configureHelp({ styleTitle: (title) => titleOf(title, io) })
    // What commander would say in English is said below, from the catalogue.
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', io.say('cli.help-option'))
    .helpCommand(false)
    .option('--lang <zh|en>', io.say('cli.option-lang'))
    .option('--quiet', io.say('cli.option-quiet'))
    .showHelpAfterError(false)
    .exitOverride()
    .addHelpText('after', `\n${io.say('cli.exit-codes')}`);
  let code: number = exitCode.done;
  for (const verb of verbs) {
    verb.register(program, io, async (run) => {
      code = await run();
    });
  }
  try {
    await program.parseAsync(argv.slice(2), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCode.done;
      io.fail(usageFault(error.code), { what: /'([^']*)'/.exec(error.message)?.[1] ?? '' });
      return exitCode.usage;
    }
    if (error instanceof Error && error.name === 'ReadOnlyViolation') {
      io.fail('cli.read-only-violation', { message: error.message });
      return exitCode.readOnlyGuard;
    }
    io.fail('cli.our-error', { message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return exitCode.usage;
  }
}

/** The range of `engines` in package.json: later releases have not been tried with the native modules. */
function isSupported(node: string): boolean {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major > 20 && major < 25);
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

function usageFault(code: string): MessageKey {
  switch (code) {
    case 'commander.unknownCommand':
      return 'cli.unknown-verb';
    case 'commander.unknownOption':
      return 'cli.unknown-option';
    case 'commander.missingArgument':
    case 'commander.missingMandatoryOptionValue':
      return 'cli.missing-argument';
    case 'commander.optionMissingArgument':
      return 'cli.option-without-value';
    case 'commander.excessArguments':
      return 'cli.too-many-arguments';
    default:
      return 'cli.bad-usage';
  }
}

process.exitCode = await main(process.argv);
