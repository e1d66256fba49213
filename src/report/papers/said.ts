import { type Language, say } from '../../messages/index.ts';
import type { Said } from '../../rectification/index.ts';

/** What stands in a draft, in one language. */
export function said(it: Said, language: Language): string {
  if (typeof it === 'string') return it;
  return 'key' in it ? say(it, language) : it[language];
}
