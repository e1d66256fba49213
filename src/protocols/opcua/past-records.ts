import type { DataType } from '../data-type.ts';
import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import type { EpochMs } from '../observation.ts';
import type { PastRecord } from '../point-past.ts';
import { decodeDataValue } from './decode.ts';
import { describeDataValue, describeStatus } from './describe.ts';
import { type Result, rawHistory } from './history-read.ts';
import { type DataValue, HistoryData, type NodeId } from './library.ts';
import { historyNodesPerRead, pastValuesPerNode } from './request-plan.ts';
import type { Session } from './session.ts';
import { faultOfStatus, qualityOf } from './status.ts';

/** The newest records of one node, or why they are not known; the exchange is the one that says it. */
export type Past =
  | { readonly records: readonly PastRecord[]; readonly exchange: number }
  | { readonly fault: Fault; readonly exchange?: number };

const wait = { during: 'read', afterMs: 0 } as const;

/**
 * The newest records of each node from `to` back to `from`, a bounded number; what a server would give beyond them is not
 * asked for. Half as many nodes as soon as the server says that they are too many.
 */
export async function pastRecords(
  session: Session,
  wanted: readonly { readonly node: NodeId; readonly type: DataType }[],
  span: { readonly from: EpochMs; readonly to: EpochMs },
  deadline: Deadline,
): Promise<readonly Past[]> {
  const told: Past[] = [];
  let size = historyNodesPerRead;
  while (told.length < wanted.length) {
    const part = wanted.slice(told.length, told.length + size);
    // Backwards: a start after the end (Part 11 §6.5.3.2).
    const backwards = { from: span.to, to: span.from };
    const nodes = part.map(({ node }) => node);
    const question = rawHistory(nodes, backwards, pastValuesPerNode, (results) => results.map(describePast));
    const { answer, exchange } = await session.send(question, deadline);
    if ('kind' in answer && answer.kind === 'busy' && part.length > 1) {
      size = Math.floor(part.length / 2);
      continue;
    }
    const carried = exchange === undefined ? {} : { exchange: exchange.number };
    for (const [index, { type }] of part.entries()) {
      const records = 'kind' in answer ? answer : recordsIn(answer[index], type, span);
      if ('kind' in records) told.push({ fault: records, ...carried });
      else if (exchange === undefined) throw new Error('an answer without an exchange');
      else told.push({ records, exchange: exchange.number });
    }
  }
  return told;
}

/** As far as they are good, of the declared type, within the asked time and each older than the one before: what is behind another one is not known to hold on. */
function recordsIn(
  result: Result | undefined,
  type: DataType,
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
): readonly PastRecord[] | Fault {
  if (result === undefined) return { kind: 'undecodable', what: 'no HistoryData' };
  if (qualityOf(result.statusCode) === 'bad') return faultOfStatus(result.statusCode, wait);
  const records: PastRecord[] = [];
  let newest = to;
  for (const dataValue of newestFirst(result)) {
    const decoded = decodeDataValue(dataValue, type, wait);
    if (!decoded.ok || decoded.reading.quality !== 'good' || decoded.reading.type !== type) break;
    const { value, sourceTime: at } = decoded.reading;
    if (at === undefined || at < from || at > newest) break;
    records.push({ value, at });
    newest = at;
  }
  return records;
}

/**
 * Some servers (node-opcua among them) turn the order of a request backwards for every other node only. Where they gave all
 * that there is, it is put in order; of a part, whatever is in front must be the newest.
 */
function newestFirst(result: Result): readonly DataValue[] {
  const values = valuesIn(result);
  const isAll = values.length < pastValuesPerNode && (result.continuationPoint ?? '').length === 0;
  const timeOf = ({ sourceTimestamp }: DataValue) => sourceTimestamp?.getTime() ?? Number.POSITIVE_INFINITY;
  return isAll ? values.toSorted((a, b) => timeOf(b) - timeOf(a)) : values.slice(0, pastValuesPerNode);
}

function describePast(result: Result): object {
  return { status: describeStatus(result.statusCode), records: valuesIn(result).map(describeDataValue) };
}

function valuesIn({ historyData }: Result) {
  return historyData instanceof HistoryData ? (historyData.dataValues ?? []) : [];
}
