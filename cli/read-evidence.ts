import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { type Entry, readEntries } from '../src/audit/index.ts';
import { isBundle, openBundle, readAttached } from '../src/report/index.ts';

/**
 * The entries of an evidence file, of the evidence in a bundle, or of the record within a report; a file that is none of them
 * throws, and a bundle or a report whose record was changed.
 */
export function readEvidence(file: string): readonly Entry[] {
  const first = firstBytes(file);
  if (isPdf(first)) return withinReport(readFileSync(file));
  if (!isBundle(first)) return readEntries(file);
  const { entries, sealed, differing } = openBundle(readFileSync(file));
  if (!sealed || differing.length > 0) throw new Error('bytes of the bundle were changed; see tripline verify');
  return entries;
}

function withinReport(pdf: Uint8Array): readonly Entry[] {
  const attached = readAttached(pdf);
  if (attached === undefined) throw new Error('this PDF carries no record; see tripline report --attach-record');
  if (attached.differing.length > 0) throw new Error('the record within the report was changed; see tripline verify');
  return attached.entries;
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).toString('latin1') === '%PDF';
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
