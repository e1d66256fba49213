import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packFolder } from './load-pack.ts';

/** The folders that a pack may be made of: its own, those beside it, and those that ship with the tool. */
export function packFolders(idOrFolder: string): readonly string[] {
  const own = packFolder(idOrFolder);
  const parents = new Set([dirname(own), dirname(packFolder('house'))]);
  return [...parents].flatMap((parent) => {
    const folders = readdirSync(parent, { withFileTypes: true }).filter((each) => each.isDirectory());
    return folders.map(({ name }) => join(parent, name)).filter((each) => existsSync(join(each, 'pack.yaml')));
  });
}
