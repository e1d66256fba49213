import { say } from '../../../src/messages/index.ts';
import { loadPack, type Pack } from '../../../src/rules/index.ts';
import type { Terminal } from '../../terminal.ts';

/** Loads every pack; prints all faults of all packs and gives undefined when there is one. */
export function loadPacks(names: readonly string[], io: Terminal): readonly Pack[] | undefined {
  const packs: Pack[] = [];
  let faulty = false;
  for (const name of names) {
    const loaded = loadPack(name);
    if (loaded.ok) packs.push(loaded.pack);
    else {
      faulty = true;
      for (const { file, line, path, because } of loaded.faults)
        io.note(`${file}:${line}  ${path}  ${say(because, io.language)}`);
    }
  }
  return faulty ? undefined : packs;
}
