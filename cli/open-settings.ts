import { say } from '../src/messages/index.ts';
import { loadSettings, type Settings } from '../src/rectification/index.ts';
import type { Terminal } from './terminal.ts';

/** The settings of an authority, or those that ship; says every fault of the file and gives undefined when there is one. */
export function openSettings(file: string | undefined, io: Terminal): Settings | undefined {
  const loaded = loadSettings(file);
  if (loaded.ok) return loaded.settings;
  for (const fault of loaded.faults)
    io.note(`${fault.file}:${fault.line}  ${fault.path}  ${say(fault.because, io.language)}`);
  return undefined;
}
