import { fromCanonical } from '../canonical.ts';
import { noCoverage } from '../coverage.ts';
import type { EvidenceBodies, EvidenceKind } from '../evidence.ts';
import type { AuditRecord } from '../record.ts';
import { type Entry, verifyChain } from './read-entries.ts';
import { readSamples } from './read-samples.ts';

/**
 * The audit that a list of entries holds. An audit that was cut off gives what it has, without an end, and is
 * inconclusive. A broken chain or a file without a beginning throws: nothing in it may be shown as evidence.
 */
export function readRecord(entries: readonly Entry[]): AuditRecord {
  const chain = verifyChain(entries);
  if (!chain.intact) throw new Error(`the evidence chain breaks at entry ${chain.firstBroken} (${chain.because})`);
  const header = first(entries, 'audit-started');
  const plant = first(entries, 'plant');
  if (header === undefined || plant === undefined) throw new Error('this file holds no audit');
  const end = first(entries, 'audit-finished');
  const recheckBasis = first(entries, 'recheck-basis');
  const confirmations = all(entries, 'fact-confirmed').map(({ body }) => body);
  const demands = all(entries, 'demand-cited').map(({ body, number }) => ({ ...body, evidence: number }));
  const expertFindings = all(entries, 'expert-finding').map(({ body, number }) => ({ ...body, evidence: number }));
  const witness = all(entries, 'witness').map(({ body, number }) => ({ ...body, evidence: number }));
  return {
    header,
    plant,
    packs: all(entries, 'pack').map(({ body }) => body),
    ...(confirmations.length === 0 ? {} : { confirmations }),
    ...(recheckBasis === undefined ? {} : { recheckBasis }),
    controllers: all(entries, 'controller').map(({ body, number }) => ({ ...body, evidence: number })),
    exchanges: all(entries, 'exchange').map(({ body, number }) => ({ ...body, evidence: number })),
    observations: readSamples(entries),
    unitStates: all(entries, 'unit-state').map(({ body, number }) => ({ ...body, evidence: number })),
    ...(demands.length === 0 ? {} : { demands }),
    ...(witness.length === 0 ? {} : { witness }),
    outcomes: all(entries, 'outcome').map(({ body }) => body),
    coverage: first(entries, 'coverage') ?? noCoverage,
    traffic: all(entries, 'traffic').map(({ body }) => body),
    conclusion: first(entries, 'conclusion') ?? { result: 'inconclusive', exitCode: 3 },
    ...(end === undefined ? {} : { end }),
    ...(expertFindings.length === 0 ? {} : { expertFindings, formerHeads: formerEntries(entries).map(headOf) }),
    chainHead: chain.head,
    entries: chain.entries,
  };
}

/** The audit as it stood at a head that its finished chain once had; undefined where it never had it. */
export function readRecordAt(entries: readonly Entry[], head: string): AuditRecord | undefined {
  const at = entries.findIndex(({ kind, hash }) => hash === head && isBehindEnd(kind));
  return at === -1 ? undefined : readRecord(entries.slice(0, at + 1));
}

/** The entries at which the finished chain ended before more was added. */
function formerEntries(entries: readonly Entry[]): readonly Entry[] {
  return entries.slice(0, -1).filter(({ kind }) => isBehindEnd(kind));
}

function isBehindEnd(kind: string): boolean {
  return kind === 'audit-finished' || kind === 'expert-finding';
}

function headOf({ hash }: Entry): string {
  return hash;
}

function all<K extends EvidenceKind>(
  entries: readonly Entry[],
  kind: K,
): { body: EvidenceBodies[K]; number: number }[] {
  return (
    entries
      .filter((entry) => entry.kind === kind)
      // The chain vouches that these are the bytes that `append` wrote for this kind, so their shape is known.
      .map((entry) => ({ body: fromCanonical(entry.body) as EvidenceBodies[K], number: entry.number }))
  );
}

function first<K extends EvidenceKind>(entries: readonly Entry[], kind: K): EvidenceBodies[K] | undefined {
  return all(entries, kind)[0]?.body;
}
