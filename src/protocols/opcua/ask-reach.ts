import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import type { EpochMs } from '../observation.ts';
import { type FirstRecord, firstRecords } from './history-read.ts';
import type { NodeId } from './library.ts';
import { historyNodesPerRead } from './request-plan.ts';
import type { Session } from './session.ts';

/** How far back the records of one node go, or why that is not known; the exchange is the one that says it. */
export type Reach =
  | { readonly oldest?: EpochMs; readonly exchange: number }
  | { readonly fault: Fault; readonly exchange?: number };

/** How far to either side of the asked time a record is looked for: a steady point may have been recorded last long before. */
const aroundMs = 3650 * 86_400_000;

/**
 * The last record before `from` of each node, or where there is none the first one after it: one value of
 * each node is asked for, never more.
 */
export async function askReach(
  session: Session,
  nodes: readonly NodeId[],
  { from, nodesPerRead = historyNodesPerRead }: { readonly from: EpochMs; readonly nodesPerRead?: number },
  deadline: Deadline,
): Promise<readonly Reach[]> {
  const before = await firstRecords(session, nodes, { from, to: from - aroundMs, nodesPerRead }, deadline);
  const isOpen = (record: FirstRecord | undefined) =>
    record !== undefined && 'time' in record && record.time === undefined;
  const open = nodes.filter((_, index) => isOpen(before[index]));
  const after =
    open.length === 0 ? [] : await firstRecords(session, open, { from, to: from + aroundMs, nodesPerRead }, deadline);
  const later = after.values();
  return before.map((record) => reachOf(isOpen(record) ? (later.next().value ?? record) : record));
}

function reachOf(record: FirstRecord): Reach {
  if ('fault' in record) return record;
  const { time, exchange } = record;
  return time === undefined ? { exchange } : { oldest: time, exchange };
}
