import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import type { EpochMs } from '../observation.ts';
import { describeStatus } from './describe.ts';
import {
  HistoryData,
  HistoryReadRequest,
  HistoryReadResponse,
  type NodeId,
  ReadRawModifiedDetails,
  TimestampsToReturn,
} from './library.ts';
import type { Question, Session } from './session.ts';
import { faultOfStatus, qualityOf } from './status.ts';

/** One record of a node, `time` its source time; none where none is there; or why that is not known; with its exchange. */
export type FirstRecord =
  | { readonly time: EpochMs | undefined; readonly exchange: number }
  | { readonly fault: Fault; readonly exchange?: number };

/** What a server gives of one node. */
export type Result = NonNullable<HistoryReadResponse['results']>[number];

/**
 * The first record of each node on the way from `from` to `to`; forwards, or backwards where `to` is earlier (Part 11
 * §6.5.3.2). Continuation points are left to the end of the session, which comes soon. Not every server states the limit
 * that it has: half as many nodes as soon as it says that they are too many.
 */
export async function firstRecords(
  session: Session,
  nodes: readonly NodeId[],
  way: { readonly from: EpochMs; readonly to: EpochMs; readonly nodesPerRead: number },
  deadline: Deadline,
): Promise<readonly FirstRecord[]> {
  const records: FirstRecord[] = [];
  let size = Math.max(1, way.nodesPerRead);
  while (records.length < nodes.length) {
    const part = nodes.slice(records.length, records.length + size);
    const question = rawHistory(part, way, 1, (results) => results.map(describeFirst));
    const { answer, exchange } = await session.send(question, deadline);
    if ('kind' in answer && answer.kind === 'busy' && part.length > 1) {
      size = Math.floor(part.length / 2);
      continue;
    }
    const carried = exchange === undefined ? {} : { exchange: exchange.number };
    for (const index of part.keys()) {
      const told = 'kind' in answer ? answer : recordIn(answer[index], way);
      if (told !== undefined && typeof told === 'object') records.push({ fault: told, ...carried });
      else if (exchange === undefined) throw new Error('an answer without an exchange');
      else records.push({ time: told, exchange: exchange.number });
    }
  }
  return records;
}

/**
 * Asks for at most so many raw records of each node on the way from `from` to `to`; `describe` says what of the results
 * belongs into the evidence.
 */
export function rawHistory(
  part: readonly NodeId[],
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
  valuesPerNode: number,
  describe: (results: readonly Result[]) => readonly object[],
): Question<readonly Result[]> {
  const [startTime, endTime] = [new Date(from), new Date(to)];
  return {
    kind: 'history',
    what: `HistoryRead ${part.length} nodes`,
    asked: { service: 'HistoryRead', nodes: part.map(String), startTime, endTime, valuesPerNode },
    request: new HistoryReadRequest({
      historyReadDetails: new ReadRawModifiedDetails({
        startTime,
        endTime,
        numValuesPerNode: valuesPerNode,
        returnBounds: false,
      }),
      timestampsToReturn: TimestampsToReturn.Both,
      releaseContinuationPoints: false,
      nodesToRead: part.map((nodeId) => ({ nodeId })),
    }),
    take: (response) => {
      if (!(response instanceof HistoryReadResponse) || response.results?.length !== part.length) {
        return { fault: { kind: 'malformed-reply', what: 'no answer to a HistoryRead' } };
      }
      const { results } = response;
      return { told: { service: 'HistoryRead', results: describe(results) }, result: results };
    },
  };
}

function describeFirst(result: Result): object {
  return {
    status: describeStatus(result.statusCode),
    record: firstIn(result)?.sourceTimestamp ?? undefined,
    recordStatus: recordStatusIn(result),
  };
}

/** A record counts where the server gives it with its time, within the asked time, and does not call it bad. */
function recordIn(
  result: Result | undefined,
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
): EpochMs | undefined | Fault {
  if (result === undefined) return { kind: 'undecodable', what: 'no HistoryData' };
  if (qualityOf(result.statusCode) === 'bad') {
    return faultOfStatus(result.statusCode, { during: 'read', afterMs: 0 });
  }
  const first = firstIn(result);
  if (first === undefined) return undefined;
  if (qualityOf(first.statusCode) === 'bad') return { kind: 'undecodable', what: `record ${first.statusCode.name}` };
  const time = first.sourceTimestamp?.getTime();
  const isWithin = time !== undefined && time >= Math.min(from, to) && time <= Math.max(from, to);
  return isWithin ? time : { kind: 'undecodable', what: 'record outside the asked time' };
}

function firstIn({ historyData }: Result) {
  return historyData instanceof HistoryData ? historyData.dataValues?.[0] : undefined;
}

function recordStatusIn(result: Result): object | undefined {
  const first = firstIn(result);
  return first === undefined ? undefined : describeStatus(first.statusCode);
}
