import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file as text, and the SHA-256 of its bytes. */
export interface Source {
  readonly text: string;
  readonly sha256: string;
}

/** How a plant file and the lists beside it are read: from disk, or as they would stand after an import. */
export type SourceReader = (file: string) => Source | undefined;

/** Reads a file as UTF-8 or, where its bytes are no UTF-8 (a list saved by a Chinese Excel), as GB 18030; undefined when it cannot be read. */
export function readSource(file: string): Source | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  return { text: decode(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
