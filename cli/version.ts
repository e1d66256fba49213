import { readFileSync } from 'node:fs';

/** The version of the package, read from the package.json above the compiled or the source tree. */
export const version: string = readVersion();

function readVersion(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const found: unknown = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'));
      if (typeof found === 'object' && found !== null && 'version' in found) return String(found.version);
    } catch {
      // not at this level
    }
  }
  throw new Error('package.json not found');
}
