export { makeBundle } from './make-bundle.ts';
export { isBundle, type OpenedBundle, openBundle } from './open-bundle.ts';
export { type BundleFiles, sha256 } from './sealed-zip.ts';
