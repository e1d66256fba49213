import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import { describeDataValue } from './describe.ts';
import { AttributeIds, type DataValue, type NodeId, ReadRequest, ReadResponse, TimestampsToReturn } from './library.ts';
import type { Session } from './session.ts';
import { faultOfStatus, qualityOf } from './status.ts';

/** AccessLevel and UserAccessLevel of one node: their bits (Part 3 §8.57), or why one is not known. */
export interface AccessOfNode {
  readonly accessLevel: number | Fault;
  readonly userAccessLevel: number | Fault;
}

const attributes = [AttributeIds.AccessLevel, AttributeIds.UserAccessLevel] as const;

/** What everybody may do with each node and what this user may, in the order asked; `atOnce`: operations that one Read may hold. */
export async function askAccess(
  session: Session,
  nodes: readonly NodeId[],
  atOnce: number,
  deadline: Deadline,
): Promise<readonly AccessOfNode[]> {
  const nodesPerRead = Math.max(1, Math.floor(atOnce / attributes.length));
  const access: AccessOfNode[] = [];
  for (let at = 0; at < nodes.length; at += nodesPerRead) {
    const part = nodes.slice(at, at + nodesPerRead);
    const { answer: told } = await session.send(
      {
        kind: 'identify',
        what: `Read AccessLevel, UserAccessLevel of ${part.length} nodes`,
        asked: { service: 'Read', attributes: ['AccessLevel', 'UserAccessLevel'], nodes: part.map(String) },
        request: new ReadRequest({
          maxAge: 0,
          timestampsToReturn: TimestampsToReturn.Neither,
          nodesToRead: part.flatMap((nodeId) => attributes.map((attributeId) => ({ nodeId, attributeId }))),
        }),
        take: (response) => resultsOf(response, part.length * attributes.length),
      },
      deadline,
    );
    for (const index of part.keys()) {
      const levelOf = (offset: number) => ('kind' in told ? told : levelIn(told[2 * index + offset]));
      access.push({ accessLevel: levelOf(0), userAccessLevel: levelOf(1) });
    }
  }
  return access;
}

function resultsOf(
  response: unknown,
  asked: number,
): { readonly told: object; readonly result: readonly DataValue[] } | { readonly fault: Fault } {
  if (!(response instanceof ReadResponse) || response.results?.length !== asked) {
    return { fault: { kind: 'malformed-reply', what: 'no answer to a Read' } };
  }
  return { told: { service: 'Read', results: response.results.map(describeDataValue) }, result: response.results };
}

function levelIn(said: DataValue | undefined): number | Fault {
  if (said === undefined) return { kind: 'undecodable', what: 'no access level' };
  if (qualityOf(said.statusCode) !== 'good') return faultOfStatus(said.statusCode, { during: 'read', afterMs: 0 });
  const level: unknown = said.value.value;
  return typeof level === 'number' ? level : { kind: 'undecodable', what: 'no access level' };
}
