import { readFileSync } from 'node:fs';
import type { Terminal } from '../../terminal.ts';

/**
 * The password of a key file: from TRIPLINE_P12_PASSWORD, from a file (its first line), or asked on a terminal. Never an
 * argument, which every process of the machine could read. Says what is missing and gives undefined where there is none.
 */
export async function readPassword(file: string | undefined, io: Terminal): Promise<string | undefined> {
  if (file !== undefined) {
    try {
      return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
    } catch (error) {
      io.fail('sign.unreadable', { file, message: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  }
  const given = process.env['TRIPLINE_P12_PASSWORD'];
  if (given !== undefined) return given;
  if (process.stdin.isTTY !== true) {
    io.fail('sign.no-password');
    return undefined;
  }
  const { password } = await import('@inquirer/prompts');
  return password({ message: io.say('sign.ask-password') }, { output: process.stderr });
}
