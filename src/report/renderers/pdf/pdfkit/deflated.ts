import { zlibSync } from 'fflate';

const pageBytes = 65_536;

/**
 * Bytes as a zlib stream. Not the platform's zlib: its output differs between builds and processors, and the same record
 * must give the same report everywhere.
 */
export function deflated(bytes: Uint8Array): Uint8Array {
  // Tables of 4 KB find all there is to find in a page, and a report has hundreds: larger ones are memory for nothing.
  return zlibSync(bytes, bytes.length < pageBytes ? { level: 5, mem: 0 } : { level: 5 });
}
