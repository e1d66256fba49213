import { createHash } from 'node:crypto';
import { strFromU8, unzipSync, zipSync } from 'fflate';

/** Files by name, in a ZIP that any program opens. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

const mark = 'tripline-seal sha256:';
const sealLength = mark.length + 64;
const endRecord = 22;

/**
 * A ZIP whose comment holds the SHA-256 of every byte before it, so that no byte of the file goes unnoticed, be it between
 * two members. The same files give the same bytes.
 */
export function sealZip(files: BundleFiles): Uint8Array {
  const members = Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  // A time without a zone: fflate writes the local digits, which are these everywhere.
  const zip = Buffer.from(zipSync(members, { level: 6, mtime: new Date(1980, 0, 1) }));
  zip.writeUInt16LE(sealLength, zip.length - 2);
  return Buffer.concat([zip, Buffer.from(mark + sha256(zip))]);
}

/** The files of a sealed ZIP; `sealed` is false where any byte is not what it was. A file that is no ZIP throws. */
export function openSealedZip(bytes: Uint8Array): { readonly sealed: boolean; readonly files: BundleFiles } {
  const at = bytes.length - sealLength;
  const isSealed =
    at >= endRecord && strFromU8(bytes.subarray(at)) === mark + sha256(bytes.subarray(0, Math.max(0, at)));
  const members = unzipSync(Uint8Array.from(bytes));
  return { sealed: isSealed, files: new Map(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
