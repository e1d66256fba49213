import type { Text } from '../../messages/index.ts';

/** One thing that was checked: it holds, it is broken, it cannot be told, or it is only worth knowing. */
export interface Statement {
  readonly state: 'holds' | 'broken' | 'unknown' | 'remark';
  readonly says: Text;
}

/** What all statements come to: broken outranks doubt, doubt outranks holds. */
export function conclusionOf(statements: readonly Statement[]): 'holds' | 'broken' | 'unknown' {
  if (statements.some(({ state }) => state === 'broken')) return 'broken';
  return statements.some(({ state }) => state === 'unknown') ? 'unknown' : 'holds';
}
