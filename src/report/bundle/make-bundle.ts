import { type Entry, readRecord } from '../../audit/index.ts';
import { chainLines } from './chain-lines.ts';
import { chainName, type Manifest, manifestName } from './manifest.ts';
import { type BundleFiles, sealZip, sha256 } from './sealed-zip.ts';

/**
 * One file from the site laptop to the bureau: the whole evidence, and beside it what belongs to it by name (reports,
 * rule packs, documents). A broken chain throws: nothing in it may be handed on as evidence.
 */
export function makeBundle(entries: readonly Entry[], others: BundleFiles): Uint8Array {
  const record = readRecord(entries);
  const files = new Map([...others, [chainName, chainLines(entries)]]);
  const manifest: Manifest = {
    format: 'tripline-bundle/1',
    tripline: record.header.tripline,
    audit: record.header.id,
    chainHead: record.chainHead,
    entries: record.entries,
    files: [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  return sealZip(new Map([...files, [manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]]));
}
