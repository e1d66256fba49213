import { noCoverage } from '../coverage.ts';
import type { AuditRecord } from '../record.ts';
import { entriesOf } from './entries-of.ts';
import { type Entry, verifyChain } from './read-entries.ts';
import { readSamples } from './read-samples.ts';
import { totalTraffic } from './total-traffic.ts';

/**
 * The audit that a list of entries holds. An audit that was cut off gives what it has, without an end, and is
 * inconclusive. Of one that was resumed, what was read again replaces what was seen before, as it was judged; traffic and
 * exchanges are those of all its runs. A broken chain or a file without a beginning throws: nothing in it may be shown as
 * evidence.
 */
export function readRecord(entries: readonly Entry[]): AuditRecord {
  const chain = verifyChain(entries);
  if (!chain.intact) throw new Error(`the evidence chain breaks at entry ${chain.firstBroken} (${chain.because})`);
  const header = entriesOf(entries, 'audit-started')[0]?.body;
  const plant = entriesOf(entries, 'plant')[0]?.body;
  if (header === undefined || plant === undefined) throw new Error('this file holds no audit');
  const resumed = entriesOf(entries, 'audit-resumed');
  const latest = resumed.at(-1);
  const isLatest = ({ number }: { readonly number: number }) => number > (latest?.number ?? 0);
  /** The run in which a controller was read last begins behind this entry. */
  const readSince = (id: string) => resumed.findLast(({ body }) => body.read.includes(id))?.number ?? 0;
  const sinceOf = new Map(plant.controllers.map(({ id }) => [id, readSince(id)]));
  const since = (id: string | undefined) => sinceOf.get(id ?? '') ?? 0;
  const confirmations = entriesOf(entries, 'fact-confirmed').map(({ body }) => body);
  const witness = entriesOf(entries, 'witness').filter(isLatest);
  const end = entriesOf(entries, 'audit-finished')[0]?.body;
  const dates = latest === undefined ? {} : datesOf(latest.body);
  const demands = entriesOf(entries, 'demand-cited').map(({ body, number }) => ({ ...body, evidence: number }));
  const expertFindings = entriesOf(entries, 'expert-finding').map(({ body, number }) => ({
    ...body,
    evidence: number,
  }));
  const recheckBasis = entriesOf(entries, 'recheck-basis')[0]?.body;
  return {
    header: { ...header, ...dates },
    plant,
    packs: entriesOf(entries, 'pack').map(({ body }) => body),
    ...(confirmations.length === 0 ? {} : { confirmations }),
    ...(recheckBasis === undefined ? {} : { recheckBasis }),
    controllers: entriesOf(entries, 'controller')
      .filter(({ body, number }) => number > since(body.id))
      .map(({ body, number }) => ({ ...body, evidence: number })),
    exchanges: entriesOf(entries, 'exchange').map(({ body, number }) => ({ ...body, evidence: number })),
    observations: readSamples(entries).filter(
      ({ tag, evidence }) => evidence > since(plant.points.get(tag)?.controller),
    ),
    unitStates: entriesOf(entries, 'unit-state')
      .filter(isLatest)
      .map(({ body, number }) => ({ ...body, evidence: number })),
    ...(demands.length === 0 ? {} : { demands }),
    ...(witness.length === 0 ? {} : { witness: witness.map(({ body, number }) => ({ ...body, evidence: number })) }),
    outcomes: entriesOf(entries, 'outcome')
      .filter(isLatest)
      .map(({ body }) => body),
    coverage: entriesOf(entries, 'coverage').filter(isLatest)[0]?.body ?? noCoverage,
    traffic: totalTraffic(entriesOf(entries, 'traffic').map(({ body }) => body)),
    conclusion: entriesOf(entries, 'conclusion').filter(isLatest)[0]?.body ?? { result: 'inconclusive', exitCode: 3 },
    ...(resumed.length === 0 ? {} : { resumptions: resumed.map(({ body }) => body) }),
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

/** What was read last decides by which dates it is judged. */
function datesOf({ observationDate, lawDate, hypothetical }: NonNullable<AuditRecord['resumptions']>[number]) {
  return { observationDate, lawDate, hypothetical };
}
