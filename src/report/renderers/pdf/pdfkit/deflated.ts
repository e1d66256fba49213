import { zlibSync } from 'fflate';

/**
 * Bytes as a zlib stream. Not the platform's zlib: its output differs between builds and processors, and the same record
 * must give the same report everywhere.
 */
export function deflated(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 5 });
}
