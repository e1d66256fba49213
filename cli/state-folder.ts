import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of what the tool remembers for its user, beside the trusted certificates. */
export function stateFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const state =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'))
      : env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');
  return join(state, 'tripline');
}
