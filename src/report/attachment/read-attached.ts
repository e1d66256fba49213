import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Entry } from '../../audit/index.ts';
import { type BundleFiles, chainName, readChainLines } from '../bundle/index.ts';
import { type Drawing, readDrawing } from '../drawing.ts';
import { isDictionary, PdfFile, type PdfObject, PdfStream, PdfString } from '../pdf-file/index.ts';
import { packsName } from './attach-record.ts';

/** What a report carries of its record. */
export interface AttachedRecord {
  readonly entries: readonly Entry[];
  readonly packs: BundleFiles;
  /** Files that are not what the report says of them, are missing, or are not named by it. */
  readonly differing: readonly string[];
}

/** The record within a report; undefined where it carries none. What cannot be read throws. */
export function readAttached(
  pdf: Uint8Array,
  drawing: Drawing | undefined = readDrawing(pdf),
): AttachedRecord | undefined {
  const named = new Map((drawing?.attached ?? []).map(({ name, sha256 }) => [name, sha256]));
  const found = filesIn(pdf);
  const chain = found.get(chainName);
  if (named.size === 0 && chain === undefined) return undefined;
  if (chain === undefined) throw new Error(`no ${chainName}`);
  const packs = found.get(packsName);
  return {
    entries: readChainLines(chain),
    packs: packs === undefined ? new Map() : packFiles(packs),
    differing: [...new Set([...named.keys(), ...found.keys()])].filter((name) => {
      const bytes = found.get(name);
      return bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== named.get(name);
    }),
  };
}

/** Whether a report says that it carries its record; a file that cannot be read does not. */
export function carriesRecord(pdf: Uint8Array): boolean {
  try {
    return (readDrawing(pdf)?.attached ?? []).length > 0;
  } catch {
    return false;
  }
}

function packFiles(bytes: Uint8Array): BundleFiles {
  const texts = z
    .record(z.string(), z.string())
    .parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  return new Map(
    Object.entries(texts).map(([name, text]) => {
      // They are written to a folder for a moment.
      if (!/^packs(?:\/[\w-]+)+\/(?:pack|rule)\.yaml$/.test(name)) throw new Error(`${packsName}: ${name}`);
      return [name, Buffer.from(text)] as const;
    }),
  );
}

/** The files that the catalog names as associated with the whole document. */
function filesIn(pdf: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const file = new PdfFile(pdf);
  const associated = file.resolve(file.catalog().dictionary.get('AF'));
  const found = new Map<string, Uint8Array>();
  for (const each of Array.isArray(associated) ? associated : []) {
    const specification = file.dictionary(each, 'an associated file');
    const name = specification.get('UF');
    const stream = file.resolve(embedded(file, specification.get('EF')));
    if (!(name instanceof PdfString) || !(stream instanceof PdfStream))
      throw new Error('an associated file without name or content');
    found.set(name.text(), file.decoded(stream));
  }
  return found;
}

function embedded(file: PdfFile, object: PdfObject | undefined): PdfObject | undefined {
  const it = file.resolve(object);
  return isDictionary(it) ? it.get('F') : undefined;
}
