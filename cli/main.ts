#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { exitCode } from './exit-code.ts';
import { languageOf } from './language.ts';
import { terminal } from './terminal.ts';
import { verbs } from './verbs/index.ts';
import { version } from './version.ts';

/** Chooses a verb and sets the exit code. Verbs load what they need when they run: `--help` must be quick. */
async function main(argv: readonly string[]): Promise<number> {
  const language = languageOf(argv, process.env);
  const io = terminal(language);
  const program = new Command('tripline')
    .description(io.say('cli.description'))
    .version(version)
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
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage;
    if (error instanceof Error && error.name === 'ReadOnlyViolation') {
      io.fail('cli.read-only-violation', { message: error.message });
      return exitCode.readOnlyGuard;
    }
    io.fail('cli.our-error', { message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return exitCode.usage;
  }
}

process.exitCode = await main(process.argv);
