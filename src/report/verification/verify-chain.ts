import { type AuditRecord, type Entry, isWatch, readRecord, readWatch, verifyChain } from '../../audit/index.ts';
import { text } from '../../messages/index.ts';
import type { Statement } from './statement.ts';

/** What is said of a chain, and the record in it where it may be read. */
export interface VerifiedChain {
  readonly statements: readonly Statement[];
  readonly record?: AuditRecord;
}

/**
 * Recomputes the chain from its first entry and holds its head against one that was written down elsewhere, on paper say.
 * An unfinished audit has no conclusion, so it is unknown.
 */
export function verifyEntries(entries: readonly Entry[], head?: string): VerifiedChain {
  const chain = verifyChain(entries);
  if (!chain.intact) {
    return { statements: [{ state: 'broken', says: text('verify.chain-broken', { number: chain.firstBroken }) }] };
  }
  const watch = isWatch(entries) ? readWatch(entries) : undefined;
  const record = watch === undefined ? readRecord(entries) : undefined;
  const end = (watch ?? record)?.end;
  const bare = head?.replace(/[\s…]/g, '').toLowerCase();
  const anchored = bare === undefined || bare === '' ? undefined : chain.head.startsWith(bare);
  return {
    ...(record === undefined ? {} : { record }),
    statements: [
      { state: 'holds', says: text('verify.chain-intact', { entries: chain.entries, head: chain.head }) },
      ...(end === undefined ? [{ state: 'unknown' as const, says: text('verify.unfinished') }] : []),
      ...(watch === undefined || end === undefined
        ? []
        : [
            watch.follows
              ? { state: 'holds' as const, says: text('watch.verify-follows', { count: watch.demands.length }) }
              : { state: 'broken' as const, says: text('watch.verify-differs') },
          ]),
      ...(anchored === undefined
        ? [{ state: 'remark' as const, says: text('verify.chain-limit') }]
        : [
            anchored
              ? { state: 'holds' as const, says: text('verify.head-agrees', { head: bare ?? '' }) }
              : {
                  state: 'broken' as const,
                  says: text('verify.head-differs', { head: bare ?? '', found: chain.head }),
                },
          ]),
    ],
  };
}
