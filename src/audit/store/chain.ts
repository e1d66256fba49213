import { hash } from 'node:crypto';

/** The hash before the first entry. */
export const genesis = '0'.repeat(64);

/** Hash of one entry: over the hash before it, its number, its kind and its canonical body. */
export function entryHash(previous: string, number: number, kind: string, body: string): string {
  return hash('sha256', `${previous}\n${number}\n${kind}\n${body}`, 'hex');
}
