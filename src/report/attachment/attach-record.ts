import type { Entry } from '../../audit/index.ts';
import { type BundleFiles, chainLines, chainName } from '../bundle/index.ts';
import type { AttachedFile } from './attached-file.ts';

/** The name under which rule packs travel within a report. */
export const packsName = 'rule-packs.json';

/** What a pack's hash covers; its cases are for its authors. */
const hashed = /(?:^|\/)(?:pack|rule)\.yaml$/;

/**
 * The record of an audit as files within its report: the whole chain as text and, where they are at hand, the rule packs
 * (`packs/<id>/…` by name). The report itself is not among them, so that it can be drawn again from what it carries.
 */
export function attachRecord(entries: readonly Entry[], packs: BundleFiles): readonly AttachedFile[] {
  const chain = { name: chainName, type: 'application/x-ndjson', relationship: 'Source', bytes: chainLines(entries) };
  const own = packsText(packs);
  const supplement = { name: packsName, type: 'application/json', relationship: 'Supplement' } as const;
  return [{ ...chain, relationship: 'Source' }, ...(own === undefined ? [] : [{ ...supplement, bytes: own }])];
}

/** One spelling for the same packs, so that a byte between two of them cannot change unnoticed. */
function packsText(packs: BundleFiles): Uint8Array | undefined {
  const files = [...packs].filter(([name]) => hashed.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (files.length === 0) return undefined;
  const texts = files.map(([name, bytes]) => [name, new TextDecoder('utf-8', { fatal: true }).decode(bytes)] as const);
  return Buffer.from(`${JSON.stringify(Object.fromEntries(texts), null, 1)}\n`);
}
