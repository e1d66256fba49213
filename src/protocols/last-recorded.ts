import type { EpochMs } from './observation.ts';
import type { Target } from './target.ts';

/** The moment that the files of a target reach to, ms since 1970; undefined for a controller that is read, and for files that cannot be. */
export async function lastRecorded(target: Target): Promise<EpochMs | undefined> {
  if (target.endpoints[0].protocol !== 'file') return undefined;
  const { openFiles } = await import('./file/index.ts');
  const opened = await openFiles(target);
  return opened.ok ? opened.until : undefined;
}
