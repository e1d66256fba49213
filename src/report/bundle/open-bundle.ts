import type { Entry } from '../../audit/index.ts';
import { readChainLines } from './chain-lines.ts';
import { chainName, type Manifest, manifestName, manifestSchema } from './manifest.ts';
import { type BundleFiles, openSealedZip, sha256 } from './sealed-zip.ts';

/** What a bundle holds, and what in it is not what it should be. */
export interface OpenedBundle {
  readonly manifest: Manifest;
  readonly files: BundleFiles;
  readonly entries: readonly Entry[];
  /** False where a byte of the whole file was changed. */
  readonly sealed: boolean;
  /** Files that are not what the manifest says: changed, missing, or not named by it. */
  readonly differing: readonly { readonly name: string; readonly because: 'changed' | 'missing' | 'not-named' }[];
}

/** Whether bytes look like a bundle, by the first bytes of a ZIP. */
export function isBundle(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Opens a bundle. A file without a readable manifest or chain throws; a name that leads out of its folder too. */
export function openBundle(bytes: Uint8Array): OpenedBundle {
  const { sealed, files } = openSealedZip(bytes);
  const written = files.get(manifestName);
  const chain = files.get(chainName);
  if (written === undefined || chain === undefined) throw new Error(`no ${manifestName} or no ${chainName}`);
  const manifest = manifestSchema.parse(JSON.parse(new TextDecoder().decode(written)));
  const stray = [...files.keys()].find((name) => !isInside(name));
  if (stray !== undefined) throw new Error(`the name ${stray} leads out of its folder`);
  const named = new Map(manifest.files.map((file) => [file.name, file]));
  const differing: OpenedBundle['differing'] = [
    ...manifest.files.flatMap((file): OpenedBundle['differing'] => {
      const found = files.get(file.name);
      if (found === undefined) return [{ name: file.name, because: 'missing' }];
      return sha256(found) === file.sha256 ? [] : [{ name: file.name, because: 'changed' }];
    }),
    ...[...files.keys()]
      .filter((name) => name !== manifestName && !named.has(name))
      .map((name) => ({ name, because: 'not-named' as const })),
  ];
  return { manifest, files, entries: readChainLines(chain), sealed, differing };
}

function isInside(name: string): boolean {
  return !/^[/\\]|^[a-z]:|\\/i.test(name) && !name.split('/').includes('..');
}
