import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isWatch, readEntries, readWatch, type WatchRecord } from '../../../src/audit/index.ts';
import type { Terminal } from '../../terminal.ts';

/** The watches in evidence files and in folders of them; says what is wrong with a file and gives undefined then. */
export function readWatches(places: readonly string[], io: Terminal): readonly WatchRecord[] | undefined {
  const watches: WatchRecord[] = [];
  let isFaulty = false;
  const fail = (key: 'watching.no-watch' | 'watching.no-watch-in', file: string, message = '') => {
    io.fail(key, { file, message });
    isFaulty = true;
  };
  for (const place of places) {
    try {
      const files = filesIn(place);
      if (files.length === 0) fail('watching.no-watch-in', place);
      for (const file of files) {
        const entries = readEntries(file);
        if (isWatch(entries)) watches.push(readWatch(entries));
        else fail('watching.no-watch', file, 'no watch');
      }
    } catch (error) {
      fail('watching.no-watch', place, error instanceof Error ? error.message : String(error));
    }
  }
  return isFaulty ? undefined : watches;
}

function filesIn(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('watch.sqlite'))
    .sort()
    .map((name) => join(place, name));
}
