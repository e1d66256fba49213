import { toCanonical } from '../canonical.ts';
import type { EvidenceKind } from '../evidence.ts';
import type { ExpertFinding } from '../expert-finding.ts';
import { entryHash } from './chain.ts';
import { openDatabase } from './open-database.ts';
import { type Entry, verifyChain } from './read-entries.ts';

/** What a person says of a finding; its number is given by the evidence. */
export type NewExpertFinding = Omit<ExpertFinding, 'id'>;

/**
 * Adds a finding behind the end of an audit, as one more entry of its chain, and gives it with the new head. A chain that
 * does not hold and an audit without an end throw; nothing is written then.
 */
export function appendExpertFinding(
  file: string,
  finding: NewExpertFinding,
): { readonly finding: ExpertFinding; readonly number: number; readonly head: string } {
  const kind: EvidenceKind = 'expert-finding';
  const database = openDatabase(file, { fileMustExist: true });
  try {
    // Who else adds at this moment waits, and then reads what was added.
    return database
      .transaction(() => {
        const entries = database.prepare<[], Entry>('SELECT number, kind, body, hash FROM entry ORDER BY number').all();
        const chain = verifyChain(entries);
        if (!chain.intact)
          throw new Error(`the evidence chain breaks at entry ${chain.firstBroken} (${chain.because})`);
        if (!entries.some((entry) => entry.kind === 'audit-finished')) throw new Error('this audit has no end');
        const added: ExpertFinding = {
          id: `expert-${entries.filter((entry) => entry.kind === kind).length + 1}`,
          ...finding,
        };
        const body = toCanonical(added);
        const number = entries.length + 1;
        const head = entryHash(chain.head, number, kind, body);
        database
          .prepare('INSERT INTO entry (number, kind, body, hash) VALUES (?, ?, ?, ?)')
          .run(number, kind, body, head);
        return { finding: added, number, head };
      })
      .immediate();
  } finally {
    database.close();
  }
}
