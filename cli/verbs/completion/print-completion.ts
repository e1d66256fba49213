import type { Command } from 'commander';
import { exitCode } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { bashScript } from './bash-script.ts';
import { placesOf } from './place.ts';
import { powershellScript } from './powershell-script.ts';

/** Prints the completion script of a shell on standard output. */
export function printCompletion(shell: string, program: Command, io: Terminal): number {
  const script = shell === 'bash' ? bashScript : shell === 'powershell' ? powershellScript : undefined;
  if (script === undefined) {
    io.fail('completion.unknown-shell', { shell });
    return exitCode.usage;
  }
  io.print(script(placesOf(program)).trimEnd());
  return exitCode.done;
}
