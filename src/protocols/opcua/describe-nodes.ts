import type { BrowsedNode } from '../browse-report.ts';
import type { Deadline } from '../deadline.ts';
import type { Fault } from '../fault.ts';
import { describeDataValue } from './describe.ts';
import {
  AttributeIds,
  type DataValue,
  LocalizedText,
  NodeId,
  ReadRequest,
  ReadResponse,
  TimestampsToReturn,
  VariantType,
} from './library.ts';
import type { Session } from './session.ts';
import { qualityOf } from './status.ts';
import { textOfNode } from './text-of-node.ts';
import type { FoundNode } from './walk-address-space.ts';

const ofVariable = ['DataType', 'AccessLevel', 'UserAccessLevel', 'Description'] as const;
const ofObject = ['Description'] as const;
type Attribute = (typeof ofVariable)[number];

/** Reads what each node is, as many attributes to a Read as the server bears; what it does not say is absent. */
export async function describeNodes(
  session: Session,
  found: readonly FoundNode[],
  deadline: Deadline,
): Promise<readonly BrowsedNode[]> {
  const wanted = found.flatMap((node) =>
    (node.nodeClass === 'Variable' ? ofVariable : ofObject).map((attribute) => ({ node, attribute })),
  );
  const said = new Map<FoundNode, Partial<Record<Attribute, unknown>>>();
  let size = session.operationsPerRead;
  for (let at = 0; at < wanted.length; ) {
    const part = wanted.slice(at, at + size);
    const answer = await readAttributes(session, part, deadline);
    if ('kind' in answer) {
      if (session.lost !== undefined) break;
      if (answer.kind === 'busy' && part.length > 1) {
        size = Math.ceil(part.length / 2);
        continue;
      }
    }
    for (const [index, { node, attribute }] of part.entries()) {
      const value = 'kind' in answer ? undefined : answer[index];
      const isGood = value !== undefined && qualityOf(value.statusCode) === 'good';
      if (isGood) said.set(node, { ...said.get(node), [attribute]: value.value.value });
    }
    at += part.length;
  }
  return found.map((node) => describe(node, said.get(node) ?? {}, session.namespaces));
}

async function readAttributes(
  session: Session,
  part: readonly { readonly node: FoundNode; readonly attribute: Attribute }[],
  deadline: Deadline,
): Promise<readonly DataValue[] | Fault> {
  const { answer } = await session.send(
    {
      kind: 'browse',
      what: `Read ${part.length} attributes`,
      asked: {
        service: 'Read',
        attributes: part.map(({ node, attribute }) => `${node.nodeId.toString()} ${attribute}`),
      },
      request: new ReadRequest({
        maxAge: 0,
        timestampsToReturn: TimestampsToReturn.Neither,
        nodesToRead: part.map(({ node, attribute }) => ({
          nodeId: node.nodeId,
          attributeId: AttributeIds[attribute],
        })),
      }),
      take: (response) =>
        response instanceof ReadResponse && response.results?.length === part.length
          ? { told: { service: 'Read', results: response.results.map(describeDataValue) }, result: response.results }
          : { fault: { kind: 'malformed-reply', what: 'no answer to a Read' } },
    },
    deadline,
  );
  return answer;
}

function describe(
  { nodeId, path, nodeClass }: FoundNode,
  { DataType, AccessLevel, UserAccessLevel, Description }: Partial<Record<Attribute, unknown>>,
  namespaces: readonly string[],
): BrowsedNode {
  return {
    nodeId: textOfNode(nodeId, namespaces),
    path,
    nodeClass,
    ...(DataType instanceof NodeId ? { dataType: typeName(DataType, namespaces) } : {}),
    ...(typeof AccessLevel === 'number' ? { accessLevel: AccessLevel } : {}),
    ...(typeof UserAccessLevel === 'number' ? { userAccessLevel: UserAccessLevel } : {}),
    ...(Description instanceof LocalizedText && Description.text ? { description: Description.text } : {}),
  };
}

/** A built-in type by its name, any other one by its node. */
function typeName(type: NodeId, namespaces: readonly string[]): string {
  const builtIn = type.namespace === 0 && typeof type.value === 'number' ? VariantType[type.value] : undefined;
  return builtIn ?? textOfNode(type, namespaces);
}
