import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type Entry, readEntries } from '../src/audit/index.ts';
import { isBundle, openBundle } from '../src/report/index.ts';

/** The entries of an evidence file or of the evidence in a bundle; a file that is neither throws, and a bundle that was changed. */
export function readEvidence(file: string): readonly Entry[] {
  if (!isBundle(firstBytes(file))) return readEntries(file);
  const { entries, sealed, differing } = openBundle(readFileSync(file));
  if (!sealed || differing.length > 0) throw new Error('bytes of the bundle were changed; see tripline verify');
  return entries;
}

/** Enough to tell the kinds apart: an evidence file may be larger than the memory. */
function firstBytes(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(4);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
