import { readFileSync } from 'node:fs';
import { type Entry, readEntries } from '../src/audit/index.ts';
import { isBundle, openBundle } from '../src/report/index.ts';

/** The entries of an evidence file or of the evidence in a bundle; a file that is neither throws. */
export function readEvidence(file: string): readonly Entry[] {
  const bytes = readFileSync(file);
  return isBundle(bytes) ? openBundle(bytes).entries : readEntries(file);
}
