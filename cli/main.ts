#!/usr/bin/env node
import { CommanderError } from 'commander';
import type { MessageKey } from '../src/messages/index.ts';
import { exitCode } from './exit-code.ts';
import { languageOf } from './language.ts';
import { programOf } from './program.ts';
import { isSupportedNode } from './supported-node.ts';
import { terminal } from './terminal.ts';

/** Chooses a verb and sets the exit code. Verbs load what they need when they run: `--help` must be quick. */
async function main(argv: readonly string[]): Promise<number> {
  // Windows and macOS programs are often started without the variables of a locale.
  const system = process.platform === 'linux' ? undefined : Intl.DateTimeFormat().resolvedOptions().locale;
  const language = languageOf(argv, process.env, system);
  const io = terminal(language, argv.includes('--quiet'));
  if (!isSupportedNode(process.versions.node)) {
    io.fail('cli.node-too-old', { version: process.versions.node });
    return exitCode.usage;
  }
  let code: number = exitCode.done;
  const program = programOf(io, async (work) => {
    code = await work();
  });
  try {
    await program.parseAsync(argv.slice(2), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCode.done;
      const [, what = '', value = ''] = /'([^']*)'(?: argument '([^']*)')?/.exec(error.message) ?? [];
      const expected = /choices are (.*)\.$/.exec(error.message)?.[1] ?? '';
      io.fail(usageFault(error.code), { what, option: what, value, expected });
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
    case 'commander.invalidArgument':
      return 'cli.bad-option';
    case 'commander.excessArguments':
      return 'cli.too-many-arguments';
    default:
      return 'cli.bad-usage';
  }
}

process.exitCode = await main(process.argv);
