import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import type { EpochMs } from '../observation.ts';
import type { ProbedPoint } from '../probe-report.ts';
import { describeStatus } from './describe.ts';
import {
  HistoryData,
  HistoryReadRequest,
  HistoryReadResponse,
  type NodeId,
  ReadRawModifiedDetails,
  TimestampsToReturn,
} from './library.ts';
import type { Session } from './session.ts';
import { faultOfStatus, qualityOf } from './status.ts';

const day = 86_400_000;

/** How far back a probe looks. */
export const historyMs = 30 * day;

type History = NonNullable<ProbedPoint['history']>;
type Result = NonNullable<HistoryReadResponse['results']>[number];

/**
 * Whether the server keeps history of each node, and the oldest value of the last 30 days: one value of each node is asked
 * for, from the old end. Continuation points are left to the end of the session, which comes at once.
 */
export async function askHistory(
  session: Session,
  nodes: readonly NodeId[],
  nodesPerRead: number,
  now: EpochMs,
  deadline: Deadline,
): Promise<readonly History[]> {
  const histories: History[] = [];
  let size = Math.max(1, nodesPerRead);
  while (histories.length < nodes.length) {
    const part = nodes.slice(histories.length, histories.length + size);
    const startTime = new Date(now - historyMs);
    const endTime = new Date(now);
    const told = await session.send(
      {
        kind: 'history',
        what: `HistoryRead ${part.length} nodes`,
        asked: { service: 'HistoryRead', nodes: part.map(String), startTime, endTime, valuesPerNode: 1 },
        request: new HistoryReadRequest({
          historyReadDetails: new ReadRawModifiedDetails({
            startTime,
            endTime,
            numValuesPerNode: 1,
            returnBounds: false,
          }),
          timestampsToReturn: TimestampsToReturn.Both,
          releaseContinuationPoints: false,
          nodesToRead: part.map((nodeId) => ({ nodeId })),
        }),
        take: (response) => resultsOf(response, part.length),
      },
      deadline,
    );
    // Not every server states the limit that it has.
    if ('kind' in told && told.kind === 'busy' && part.length > 1) {
      size = Math.floor(part.length / 2);
      continue;
    }
    histories.push(...part.map((_, index) => ('kind' in told ? withoutHistory(told) : historyIn(told[index]))));
  }
  return histories;
}

function resultsOf(
  response: unknown,
  asked: number,
): { readonly told: object; readonly result: readonly Result[] } | { readonly fault: Fault } {
  if (!(response instanceof HistoryReadResponse) || response.results?.length !== asked) {
    return { fault: { kind: 'malformed-reply', what: 'no answer to a HistoryRead' } };
  }
  const { results } = response;
  const told = results.map((result) => ({ status: describeStatus(result.statusCode), oldest: oldestIn(result) }));
  return { told: { service: 'HistoryRead', results: told }, result: results };
}

function historyIn(result: Result | undefined): History {
  if (result === undefined) return { served: 'unknown' };
  if (qualityOf(result.statusCode) === 'bad') {
    return withoutHistory(faultOfStatus(result.statusCode, { during: 'read', afterMs: 0 }));
  }
  const oldest = oldestIn(result);
  return { served: 'served', ...(oldest === undefined ? {} : { oldest }) };
}

function withoutHistory(fault: Fault): History {
  return { served: fault.kind === 'not-served' ? 'not-served' : 'unknown', fault };
}

function oldestIn({ historyData }: Result): EpochMs | undefined {
  return historyData instanceof HistoryData ? historyData.dataValues?.[0]?.sourceTimestamp?.getTime() : undefined;
}
