import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say } from '../src/messages/index.ts';
import { type Confirmation, confirmationSchema, type PackFault, readYaml } from '../src/rules/index.ts';
import { stateFolder } from './state-folder.ts';
import type { Terminal } from './terminal.ts';

/** Where confirmations are kept when no file is named. */
export function confirmationsFile(): string {
  return join(stateFolder(), 'confirmations.json');
}

/** The confirmations of a file; none where there is no file. Says every fault of it and gives undefined where there is one. */
export function readConfirmations(file: string, io: Terminal): readonly Confirmation[] | undefined {
  return existsSync(file) ? readNamed(file, io) : [];
}

/** Those of a file that somebody named, which must be there, or of the usual one. */
export function openConfirmations(named: string | undefined, io: Terminal): readonly Confirmation[] | undefined {
  return named === undefined ? readConfirmations(confirmationsFile(), io) : readNamed(named, io);
}

function readNamed(file: string, io: Terminal): readonly Confirmation[] | undefined {
  const faults: PackFault[] = [];
  const confirmations = readYaml(file, confirmationSchema.array(), faults);
  for (const { line, path, because } of faults) io.note(`${file}:${line}  ${path}  ${say(because, io.language)}`);
  return confirmations;
}

/** Adds a confirmation; a later one of the same fact takes the place of the former. False where the file has faults: then it stays as it is. */
export function addConfirmation(file: string, confirmation: Confirmation, io: Terminal): boolean {
  const kept = readConfirmations(file, io)?.filter(({ fact }) => fact !== confirmation.fact);
  if (kept === undefined) return false;
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.next`;
  writeFileSync(next, `${JSON.stringify([...kept, confirmation], undefined, 2)}\n`);
  renameSync(next, file);
  return true;
}
