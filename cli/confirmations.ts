import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Confirmation, confirmationSchema } from '../src/rules/index.ts';
import { stateFolder } from './state-folder.ts';

/** Where confirmations are kept when no file is named. */
export function confirmationsFile(): string {
  return join(stateFolder(), 'confirmations.json');
}

/** The confirmations of a file; none where there is no file. A file that is not one of ours throws. */
export function readConfirmations(file: string): readonly Confirmation[] {
  if (!existsSync(file)) return [];
  return confirmationSchema.array().parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Adds a confirmation; a later one of the same fact takes the place of the former. */
export function addConfirmation(file: string, confirmation: Confirmation): void {
  const kept = readConfirmations(file).filter(({ fact }) => fact !== confirmation.fact);
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.next`;
  writeFileSync(next, `${JSON.stringify([...kept, confirmation], undefined, 2)}\n`);
  renameSync(next, file);
}
