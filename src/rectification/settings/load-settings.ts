import { fileURLToPath } from 'node:url';
import { type PackFault, readYaml } from '../../rules/index.ts';
import { type Settings, settingsSchema } from './settings.ts';

const shipped = fileURLToPath(new URL('./default.yaml', import.meta.url));

/** Settings, or every fault of the file at once. */
export type LoadedSettings =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Loads a whole settings file; without one, those that ship with the tool. */
export function loadSettings(file: string = shipped): LoadedSettings {
  const faults: PackFault[] = [];
  const settings = readYaml(file, settingsSchema, faults);
  return settings === undefined ? { ok: false, faults } : { ok: true, settings };
}
