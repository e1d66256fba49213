import type { Text } from '../../messages/index.ts';
import type { Part } from '../check.ts';

/** A part that nobody can judge, because the plant file does not say what it takes: the engine says unknown, with the reason. */
export function unanswerable(name: string, lacks: Text): Part {
  return { name, needs: [], lacks, judge: () => ({ says: 'informational', because: lacks }) };
}
