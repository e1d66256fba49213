export { chainLines, readChainLines } from './chain-lines.ts';
export { makeBundle } from './make-bundle.ts';
export { chainName } from './manifest.ts';
export { isBundle, type OpenedBundle, openBundle } from './open-bundle.ts';
export { type BundleFiles, sha256 } from './sealed-zip.ts';
