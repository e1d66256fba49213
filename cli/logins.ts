import type { Plant } from '../src/plant/index.ts';
import type { SecurityUser } from '../src/protocols/index.ts';
import type { Terminal } from './terminal.ts';

/** Where log-ins are looked up: the environment, and what a person typed, by controller. Kept in memory only. */
export interface Logins {
  readonly env: NodeJS.ProcessEnv;
  readonly typed: ReadonlyMap<string, SecurityUser>;
}

/**
 * Asks on the terminal for the log-ins that the plant file leaves to a prompt, before anything is connected. Without a
 * terminal nothing is asked, and what is missing is said by `missingSecrets`.
 */
export async function askLogins(plant: Plant, io: Terminal): Promise<Logins> {
  const typed = new Map<string, SecurityUser>();
  for (const { id, security } of plant.controllers) {
    const user = security?.user;
    if (user === undefined || !('prompt' in user) || process.stdin.isTTY !== true) continue;
    const { input, password } = await import('@inquirer/prompts');
    // Standard output is for results alone.
    const context = { output: process.stderr };
    const name = await input({ message: io.say('login.ask-name', { controller: id }), required: true }, context);
    const secret = await password({ message: io.say('login.ask-password', { controller: id, name }) }, context);
    typed.set(id, { name, password: secret });
  }
  return { env: process.env, typed };
}
